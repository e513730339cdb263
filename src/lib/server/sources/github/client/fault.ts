/** Failures that the crawl distinguishes. */
export type FaultKind =
	/** Worth a retry. */
	| 'server'
	/** Missing or hidden. */
	| 'not-found'
	| 'forbidden'
	/** 451. */
	| 'legal'
	| 'unauthorised'
	| 'unreadable'
	| 'too-large';

/** The message never holds the token. */
export class GitHubFault extends Error {
	override name = 'GitHubFault';
	readonly kind: FaultKind;
	/** Null when no answer came. */
	readonly status: number | null;
	constructor(kind: FaultKind, status: number | null, message: string) {
		super(message);
		this.kind = kind;
		this.status = status;
	}
}

export class RateLimitPause extends Error {
	override name = 'RateLimitPause';
	readonly resetAt: Date;
	constructor(resetAt: Date) {
		super(`GitHub's rate limit is used up until ${resetAt.toISOString()}`);
		this.resetAt = resetAt;
	}
}

/** Octokit's class lives in another package. */
export interface HttpError extends Error {
	status: number;
	response?: { status: number; headers: Record<string, string | number | undefined> };
}
export const isHttpError = (error: unknown): error is HttpError =>
	error instanceof Error && error.name === 'HttpError';

/** Usable data can come with it. */
export interface GraphqlResponseError extends Error {
	headers: Record<string, string | number | undefined>;
	data: unknown;
	errors?: { type?: unknown; path?: unknown; message?: unknown }[];
}
export const isGraphqlResponseError = (error: unknown): error is GraphqlResponseError =>
	error instanceof Error && error.name === 'GraphqlResponseError';

/** An error as Octokit makes it of an answer with errors. */
export const asGraphqlError = ({ data, errors }: { data: unknown; errors: unknown }): Error =>
	Object.assign(new Error('partial answer'), {
		name: 'GraphqlResponseError',
		headers: {},
		data,
		errors: Array.isArray(errors) ? (errors as unknown[]) : []
	});

/** The name stops the retry plugin. */
export class BodyTooLarge extends Error {
	override name = 'AbortError';
}

const MAX_MESSAGE = 240;

export function safeMessage(text: string, secret: string | null): string {
	const line = text.replace(/\s+/g, ' ').trim();
	const clean = secret ? line.replaceAll(secret, '[token]') : line;
	return clean.length > MAX_MESSAGE ? `${clean.slice(0, MAX_MESSAGE)}…` : clean;
}

const looksLikeHtml = (text: string): boolean => /^\s*<(!doctype|html)/i.test(text);

const kindOf = (status: number): FaultKind => {
	if (status === 401) return 'unauthorised';
	if (status === 404 || status === 410) return 'not-found';
	if (status === 403 || status === 429) return 'forbidden';
	if (status === 451) return 'legal';
	return status >= 500 ? 'server' : 'unreadable';
};

/** Drops the original error, which carries the token. */
export function toFault(error: unknown, secret: string | null): GitHubFault {
	if (error instanceof GitHubFault) return error;
	if (error instanceof BodyTooLarge) {
		return new GitHubFault('too-large', null, safeMessage(error.message, secret));
	}
	if (isHttpError(error)) {
		const { status } = error;
		if (error.response === undefined) {
			return new GitHubFault('server', null, `no answer: ${safeMessage(error.message, secret)}`);
		}
		const said = looksLikeHtml(error.message) ? 'an HTML page' : safeMessage(error.message, secret);
		return new GitHubFault(kindOf(status), status, `GitHub answered ${status}: ${said}`);
	}
	const said = error instanceof Error ? error.message : String(error);
	return new GitHubFault('server', null, `no answer: ${safeMessage(said, secret)}`);
}
