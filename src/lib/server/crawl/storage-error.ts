import { DatabaseError } from '../db/database.ts';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const KEPT = 'Nothing was published; what was stored stays, and the next crawl goes on from there.';

/** Explains database and disk failures; returns other errors unchanged. */
export function inPlainWords(error: unknown): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	const code = 'code' in error ? String(error.code) : '';
	if (FULL.has(code)) return new DatabaseError(`The disk is full (${code}). ${KEPT}`);
	if (/^SQLITE_|^E(ACCES|ROFS|IO|PERM)$/.test(code)) {
		return new DatabaseError(`The crawl cannot be stored: ${error.message} (${code}). ${KEPT}`);
	}
	return error;
}
