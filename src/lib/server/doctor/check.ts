/** `warn`: a crawl works, but less well. `fail`: a crawl cannot publish. */
type CheckState = 'ok' | 'warn' | 'fail';

export interface Check {
	name: string;
	state: CheckState;
	/** What was found, a sentence. */
	found: string;
	/** What to do, a sentence; null where nothing is. */
	advice: string | null;
}

export const ok = (name: string, found: string): Check => ({
	name,
	state: 'ok',
	found,
	advice: null
});

export const warn = (name: string, found: string, advice: string): Check => ({
	name,
	state: 'warn',
	found,
	advice
});

export const fail = (name: string, found: string, advice: string): Check => ({
	name,
	state: 'fail',
	found,
	advice
});

export const messageOf = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const { cause } = error;
	return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
};
