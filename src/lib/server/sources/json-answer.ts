import { retryAfter } from './retry-after.ts';

/** A source that cannot be had or used tonight; its message goes on after the source's name: "answered 404". */
export class SourceFault extends Error {
	override name = 'SourceFault';
	/** It asked to be left alone until then, in milliseconds since 1970; null: not asked. */
	readonly notBefore: number | null;
	/** Of HTTP; null where there was no answer, or one that was no use. */
	readonly status: number | null;
	constructor(message: string, notBefore: number | null = null, status: number | null = null) {
		super(message);
		this.notBefore = notBefore;
		this.status = status;
	}
}

/** The budget of the night is used up: what was not asked for waits for the next night. */
export class BudgetSpent extends SourceFault {
	override name = 'BudgetSpent';
}

/** Where a source answers, and how often it may be asked. */
export interface AskOptions {
	/** Without a slash at its end. */
	base: string;
	userAgent: string;
	/** Requests a night, at most. */
	budget: number;
	/** Milliseconds since 1970. */
	now: () => number;
	signal?: AbortSignal;
	timeoutMs?: number;
	maxBytes?: number;
}

/** `path`: after the base. A text as `post` is sent as it is, anything else as JSON. */
export type Ask = (path: string, post?: unknown) => Promise<unknown>;

const TIMEOUT_MS = 30_000;
/** The largest known answer, the list of 15,000 PyPI packages, has 0.8 MB. */
const MAX_BYTES = 8 * 1024 * 1024;
const LONGEST_WAIT_MS = 7 * 86_400_000;

/**
 * Asks a source for JSON. Nothing is tried again: the next night does. `spent`: requests so far.
 * The function throws {BudgetSpent} and {SourceFault}.
 */
export function jsonAsker(options: AskOptions): { ask: Ask; spent: () => number } {
	let spent = 0;
	const ask: Ask = async (path, post) => {
		if (spent >= options.budget) {
			throw new BudgetSpent(`may be asked ${options.budget} times a night: the rest follows`);
		}
		spent += 1;
		const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
		const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
		try {
			const response = await fetch(`${options.base}${path}`, requestOf(post, options, signal));
			if (!response.ok) throw await refusal(response, options.now());
			return parsed(await boundedText(response, options.maxBytes ?? MAX_BYTES));
		} catch (error) {
			if (error instanceof SourceFault) throw error;
			if (timeout.aborted) {
				const seconds = (options.timeoutMs ?? TIMEOUT_MS) / 1000;
				throw new SourceFault(`did not answer within ${seconds} s`);
			}
			throw new SourceFault(`cannot be reached: ${reasonOf(error)}`);
		}
	};
	return { ask, spent: () => spent };
}

function requestOf(post: unknown, { userAgent }: AskOptions, signal: AbortSignal): RequestInit {
	const headers = { 'user-agent': userAgent, accept: 'application/json' };
	if (post === undefined) return { headers, signal };
	const isText = typeof post === 'string';
	const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
	return {
		method: 'POST',
		headers: { ...headers, 'content-type': type },
		body: isText ? post : JSON.stringify(post),
		signal
	};
}

async function refusal(response: Response, now: number): Promise<SourceFault> {
	await response.body?.cancel();
	const until = retryAfter(response.headers.get('retry-after'), now, LONGEST_WAIT_MS);
	return new SourceFault(`answered ${response.status}`, until, response.status);
}

async function boundedText(response: Response, maxBytes: number): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.length;
		if (size > maxBytes) throw new SourceFault(`answered more than ${maxBytes / 1024 / 1024} MB`);
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new SourceFault(
			/^\s*</.test(text) ? 'answered with a web page' : 'answered with something that is no JSON'
		);
	}
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { cause } = error;
	return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
