import { RateLimitPause } from './fault.ts';

/** Hourly: requests for `core`, points for `graphql`. */
export type Resource = 'core' | 'graphql';

export interface Allowance {
	limit: number;
	remaining: number;
	resetAt: Date;
}

export interface BudgetOptions {
	/** For other users of the token. */
	reserve: number;
	atLimit: 'wait' | 'pause';
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	onWait: (resource: Resource, resetAt: Date) => void;
}

/** Servers reset to the full second. */
const AFTER_RESET_MS = 1000;
const LONGEST_WINDOW_MS = 2 * 3_600_000;
const RESERVE_SHARE = 1 / 10;
/** Between two answers a clock does not jump so far. */
const CLOCK_JUMP_MS = 3_600_000;

export class Budget {
	readonly #options: BudgetOptions;
	readonly #known = new Map<Resource, Allowance>();
	#skew: number | null = null;
	/** Of the last answer whose date was not believed. */
	#oddSkew: number | null = null;

	constructor(options: BudgetOptions) {
		this.#options = options;
	}

	/** Our time, corrected by the `date` of the answers. */
	serverNow(): number {
		return this.#options.now() + this.skewMs;
	}

	get skewMs(): number {
		return this.#skew ?? 0;
	}

	note(headers: Headers): void {
		this.#noteClock(Date.parse(headers.get('date') ?? ''));
		const limit = numberIn(headers, 'x-ratelimit-limit');
		const remaining = numberIn(headers, 'x-ratelimit-remaining');
		const reset = numberIn(headers, 'x-ratelimit-reset');
		if (limit === null || remaining === null || reset === null) return;
		// A window is an hour: what is named beyond it, or negative, is nonsense.
		const ahead = reset * 1000 - this.serverNow();
		if (limit < 1 || remaining < 0 || ahead > LONGEST_WINDOW_MS) return;
		const resource = headers.get('x-ratelimit-resource') === 'graphql' ? 'graphql' : 'core';
		this.#known.set(resource, { limit, remaining, resetAt: new Date(reset * 1000) });
	}

	/** One answer with another clock is a proxy's; two that agree are believed. */
	#noteClock(date: number): void {
		if (Number.isNaN(date)) return;
		const skew = date - this.#options.now();
		const near = (known: number | null) => known !== null && Math.abs(skew - known) < CLOCK_JUMP_MS;
		const isBelieved = this.#skew === null || near(this.#skew) || near(this.#oddSkew);
		if (isBelieved) this.#skew = skew;
		this.#oddSkew = isBelieved ? null : skew;
	}

	/** Null before the first answer and after a reset. */
	allowance(resource: Resource): Allowance | null {
		const known = this.#known.get(resource);
		if (known && known.resetAt.getTime() <= this.serverNow()) return null;
		return known ?? null;
	}

	spendable(resource: Resource): number | null {
		const known = this.allowance(resource);
		if (known === null) return null;
		const reserve = Math.min(this.#options.reserve, Math.floor(known.limit * RESERVE_SHARE));
		return Math.max(0, known.remaining - reserve);
	}

	/** @throws {RateLimitPause} when the budget is used up. */
	async ready(resource: Resource): Promise<void> {
		if (this.spendable(resource) === 0) await this.untilReset(resource);
	}

	/** In an hour when the server names no time. */
	resetAt(resource: Resource): Date {
		return this.allowance(resource)?.resetAt ?? new Date(this.serverNow() + 3_600_000);
	}

	/** @throws {RateLimitPause} when it is not to wait. */
	async untilReset(resource: Resource): Promise<void> {
		const resetAt = this.resetAt(resource);
		if (this.#options.atLimit === 'pause') throw new RateLimitPause(resetAt);
		this.#options.onWait(resource, resetAt);
		await this.#options.sleep(Math.max(0, resetAt.getTime() - this.serverNow()) + AFTER_RESET_MS);
		this.#known.delete(resource);
	}
}

function numberIn(headers: Headers, name: string): number | null {
	const text = headers.get(name);
	const number = text === null || text.trim() === '' ? NaN : Number(text);
	return Number.isFinite(number) ? number : null;
}
