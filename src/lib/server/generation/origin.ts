import { statSync, type BigIntStats } from 'node:fs';

/** Where the database is published. */
export type Origin =
	| { kind: 'file'; path: string }
	| { kind: 'address'; url: string; maxBytes: number; timeLimitMs: number };

/**
 * Changes when the file is replaced or written, its WAL included. `isWritten`: a writer has it open, so more may follow.
 * @throws {Error} when there is no file.
 */
export function fileStamp(path: string): { stamp: string; isWritten: boolean } {
	const own = statSync(path, { bigint: true, throwIfNoEntry: false });
	if (own === undefined) {
		throw new Error(`${path} does not exist. Make it with: npm run radar -- seed`);
	}
	const wal = statSync(`${path}-wal`, { bigint: true, throwIfNoEntry: false });
	// Reading alone makes an empty WAL.
	const isWritten = wal !== undefined && wal.size > 0n;
	return { stamp: `${stampOf(own)} ${isWritten ? stampOf(wal) : ''}`, isWritten };
}

const stampOf = ({ dev, ino, size, mtimeNs }: BigIntStats): string =>
	[dev, ino, size, mtimeNs].map(String).join(':');
