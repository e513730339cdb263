/** What `git log` is asked for, a line each; none of them can hold a line break. A further field goes to the end. */
export const LOG_FORMAT = ['%ct', '%p', '%ae', '%an', '%s'].join('%n');

/** A commit as git tells it; never stored. */
export interface CommitRecord {
	/** Committer's date, in seconds since 1970. */
	time: number;
	parents: number;
	email: string;
	name: string;
	subject: string;
}

/** Bytes of a record that are kept: a name may have megabytes. */
const KEPT_HEAD = 2048;
const KEPT_TAIL = 256;
const NOTHING = Buffer.alloc(0);

/** Cuts a stream into records that end with NUL, and long ones down to their beginning and end. */
export class RecordSplitter {
	#head: Buffer = NOTHING;
	#tail: Buffer = NOTHING;

	push(part: Buffer): string[] {
		const records: string[] = [];
		let from = 0;
		for (let end = part.indexOf(0); end >= 0; end = part.indexOf(0, from)) {
			this.#keep(part.subarray(from, end));
			records.push(Buffer.concat([this.#head, this.#tail]).toString('utf8'));
			this.#head = this.#tail = NOTHING;
			from = end + 1;
		}
		this.#keep(part.subarray(from));
		return records;
	}

	#keep(part: Buffer): void {
		const room = KEPT_HEAD - this.#head.length;
		const head = part.subarray(0, room);
		if (head.length > 0) {
			this.#head = this.#head.length > 0 ? Buffer.concat([this.#head, head]) : Buffer.from(head);
		}
		const rest = part.subarray(room);
		if (rest.length === 0) return;
		const tail = Buffer.concat([this.#tail, rest.subarray(-KEPT_TAIL)]);
		this.#tail = Buffer.from(tail.subarray(-KEPT_TAIL));
	}
}

/** Reads a record; null when it has no date. */
export function parseRecord(record: string): CommitRecord | null {
	const [time = '', parents = '', email = '', name = '', subject = ''] = record.split('\n');
	if (!/^\d{1,15}$/.test(time)) return null;
	return {
		time: Number(time),
		parents: parents === '' ? 0 : parents.split(' ').length,
		email,
		name,
		subject
	};
}
