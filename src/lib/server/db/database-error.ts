/** The message says what to do. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
	/** SQLite's, such as SQLITE_BUSY; null for others. */
	readonly code: string | null;

	constructor(message: string, code: string | null = null) {
		super(message);
		this.code = code;
	}
}

export function explained(error: unknown, path: string): DatabaseError {
	if (error instanceof DatabaseError) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const message = error instanceof Error ? error.message : String(error);
	if (code === 'SQLITE_NOTADB') {
		return new DatabaseError(
			`${path} is not a database. Move it away and run: npm run radar -- seed`
		);
	}
	if (code === 'SQLITE_BUSY') {
		return new DatabaseError(
			`${path} is in use by another process. Wait until it has ended.`,
			code
		);
	}
	return new DatabaseError(`${path} cannot be used: ${message}`, code || null);
}
