import { authorKey, isBot } from './people.ts';
import { LOG_FORMAT, parseRecord, RecordSplitter, type CommitRecord } from './records.ts';
import { HEAD_REF } from './folder.ts';
import type { Git } from './program/run.ts';

/** A history in columns, newest commit first, without anything that names a person. */
export interface History {
	/** In seconds since 1970. */
	times: Float64Array;
	/** Number of the human author, else `BOT` or `MERGE`. */
	authors: Int32Array;
	/** 1 for commits that name a merged pull request. */
	pulls: Uint8Array;
	/** Commits whose record could not be read. */
	malformed: number;
}

export const BOT = -1;
const MERGE = -2;

const MERGED_PULL = /^Merge pull request #\d+/;
const SQUASHED_PULL = /\(#\d+\)\s*$/;

export class HistoryBuilder {
	readonly #numbers = new Map<string, number>();
	readonly #times: number[] = [];
	readonly #authors: number[] = [];
	readonly #pulls: number[] = [];
	#malformed = 0;

	/** Null: a record that could not be read. */
	add(commit: CommitRecord | null): void {
		if (commit === null) {
			this.#malformed += 1;
			return;
		}
		const merge = commit.parents > 1;
		this.#times.push(commit.time);
		this.#authors.push(merge ? MERGE : this.#authorOf(commit));
		this.#pulls.push((merge ? MERGED_PULL : SQUASHED_PULL).test(commit.subject) ? 1 : 0);
	}

	finish(): History {
		const times = Float64Array.from(this.#times);
		const at = (i: number) => times[i] ?? 0;
		// Commits of one second come as the bundled histories have them.
		const order = Uint32Array.from(times, (_, i) => i).sort((a, b) => at(b) - at(a) || b - a);
		return {
			times: times.sort().reverse(),
			authors: Int32Array.from(order, (i) => this.#authors[i] ?? BOT),
			pulls: Uint8Array.from(order, (i) => this.#pulls[i] ?? 0),
			malformed: this.#malformed
		};
	}

	#authorOf({ name, email }: CommitRecord): number {
		if (isBot(name, email)) return BOT;
		const key = authorKey(name, email);
		const number = this.#numbers.get(key) ?? this.#numbers.size;
		this.#numbers.set(key, number);
		return number;
	}
}

/**
 * Reads all commits of the default branch from a folder, without any request.
 * @throws {GitFault} `damaged` when one is missing or spoilt, `slow` and `too large` beyond the limits.
 */
export async function readCommits(git: Git, folder: string): Promise<History> {
	const builder = new HistoryBuilder();
	await git.read(
		folder,
		['log', '-z', `--format=${LOG_FORMAT}`, HEAD_REF, '--'],
		async (stdout) => {
			const splitter = new RecordSplitter();
			for await (const part of stdout) {
				for (const record of splitter.push(part)) builder.add(parseRecord(record));
			}
		}
	);
	return builder.finish();
}
