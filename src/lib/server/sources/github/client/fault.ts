/** What went wrong, as far as the crawl must tell it apart. */
export type FaultKind =
	/** The server failed, or the connection did: worth another attempt later. */
	| 'server'
	/** GitHub knows no such thing, or does not show it to us. */
	| 'not-found'
	/** Refused for a reason other than a rate limit: too large, blocked by its organisation, … */
	| 'forbidden'
	/** Withdrawn for legal reasons (451). */
	| 'legal'
	/** The token is wrong or was revoked: nothing else will work either. */
	| 'unauthorised'
	/** An answer that is not what it should be: HTML, half a document, another shape. */
	| 'unreadable'
	/** An answer larger than is read. */
	| 'too-large';

/** A request that gave nothing usable. Its message is safe to show: it never holds the token. */
export class GitHubFault extends Error {
	override name = 'GitHubFault';
	readonly kind: FaultKind;
	/** HTTP status; null when no answer came. */
	readonly status: number | null;
	constructor(kind: FaultKind, status: number | null, message: string) {
		super(message);
		this.kind = kind;
		this.status = status;
	}
}

/** The budget is used up and the caller asked not to wait: go on after `resetAt`. */
export class RateLimitPause extends Error {
	override name = 'RateLimitPause';
	/** When the server will answer again. */
	readonly resetAt: Date;
	constructor(resetAt: Date) {
		super(`GitHub's rate limit is used up until ${resetAt.toISOString()}`);
		this.resetAt = resetAt;
	}
}

/** What Octokit throws when a request fails; known by its name, since the class comes from a package of its own. */
export interface HttpError extends Error {
	status: number;
	/** Missing when no answer came at all. */
	response?: { status: number; headers: Record<string, string | number | undefined> };
}
export const isHttpError = (error: unknown): error is HttpError =>
	error instanceof Error && error.name === 'HttpError';

/** What Octokit throws when a GraphQL answer names errors, though usable data may have come with them. */
export interface GraphqlResponseError extends Error {
	headers: Record<string, string | number | undefined>;
	data: unknown;
	errors?: { type?: unknown; path?: unknown; message?: unknown }[];
}
export const isGraphqlResponseError = (error: unknown): error is GraphqlResponseError =>
	error instanceof Error && error.name === 'GraphqlResponseError';

/** An answer above the limit of bytes read. Named so that the retry plugin leaves it alone: asking again would only read it again. */
export class BodyTooLarge extends Error {
	override name = 'AbortError';
}

const MAX_MESSAGE = 240;

/** Shortens a text to one line and takes the secret out of it. */
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

/**
 * Turns whatever a request threw into a fault whose message holds no secret.
 * The original error is dropped on purpose: it carries the request with its headers.
 */
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
