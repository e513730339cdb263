import type { Edition } from '#lib/radar/model/placement.ts';
import { openForReading } from '#lib/server/db/database.ts';
import { Site } from '#lib/server/read/site.ts';

/**
 * One state of the published database, open for reading. It never changes: every answer is made from one generation.
 * It closes when it is replaced and its last request is done.
 */
export class Generation {
	readonly site: Site;
	/** 1 for the first that this process opened. */
	readonly number: number;
	/** Null: a database without an edition. */
	readonly edition: Edition | null;
	#requests = 0;
	#isReplaced = false;

	/** @throws {DatabaseError} when the file cannot be read. */
	constructor(path: string, dataFolder: string, number: number) {
		// The default waits five seconds for a lock, and holds up every other request.
		const db = openForReading(path, { timeout: 0 });
		this.site = new Site(db, dataFolder);
		this.number = number;
		// Reads that begin here see nothing that is written later, even where the file is not ours alone.
		db.$client.exec('BEGIN');
		this.edition = this.site.edition(null);
	}

	/** Keeps it open until the returned function is called. */
	hold(): () => void {
		this.#requests += 1;
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			this.#requests -= 1;
			this.#closeWhenDone();
		};
	}

	replaced(): void {
		this.#isReplaced = true;
		this.#closeWhenDone();
	}

	/** False when it can no longer answer a query. */
	answers(): boolean {
		try {
			this.site.edition(null);
			return true;
		} catch {
			return false;
		}
	}

	#closeWhenDone(): void {
		if (this.#isReplaced && this.#requests === 0) this.site.close();
	}
}
