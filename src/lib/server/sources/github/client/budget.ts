import { RateLimitPause } from './fault.ts';

/** GitHub keeps two budgets an hour: requests for REST (`core`) and points for GraphQL. */
export type Resource = 'core' | 'graphql';

/** What the server said last of one budget. */
export interface Allowance {
	limit: number;
	remaining: number;
	resetAt: Date;
}

export interface BudgetOptions {
	/** Requests or points to leave untouched for others who use the same token. */
	reserve: number;
	/** At exhaustion: wait until the reset that the server names, or throw `RateLimitPause`. */
	atLimit: 'wait' | 'pause';
	/** Our clock, in milliseconds since 1970. */
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	onWait: (resource: Resource, resetAt: Date) => void;
}

/** Servers reset at the second: ask one second later. */
const AFTER_RESET_MS = 1000;
/** A small budget (60 requests without a token) cannot spare the usual reserve. */
const RESERVE_SHARE = 1 / 10;

/** Watches both budgets by what the server says of them, in the server's time. */
export class Budget {
	readonly #options: BudgetOptions;
	readonly #known = new Map<Resource, Allowance>();
	#skew = 0;

	constructor(options: BudgetOptions) {
		this.#options = options;
	}

	/** The server's time: ours, corrected by the `date` of its last answer. */
	serverNow(): number {
		return this.#options.now() + this.#skew;
	}

	/** How far the server's clock is ahead of ours, in milliseconds. */
	get skewMs(): number {
		return this.#skew;
	}

	/** Takes in an answer's headers. */
	note(headers: Headers): void {
		const date = Date.parse(headers.get('date') ?? '');
		if (!Number.isNaN(date)) this.#skew = date - this.#options.now();
		const limit = numberIn(headers, 'x-ratelimit-limit');
		const remaining = numberIn(headers, 'x-ratelimit-remaining');
		const reset = numberIn(headers, 'x-ratelimit-reset');
		if (limit === null || remaining === null || reset === null) return;
		const resource = headers.get('x-ratelimit-resource') === 'graphql' ? 'graphql' : 'core';
		this.#known.set(resource, { limit, remaining, resetAt: new Date(reset * 1000) });
	}

	/** What is known of a budget; null before the first answer and after its reset. */
	allowance(resource: Resource): Allowance | null {
		const known = this.#known.get(resource);
		if (known && known.resetAt.getTime() <= this.serverNow()) return null;
		return known ?? null;
	}

	/** Requests or points that may still be spent; null when unknown. */
	spendable(resource: Resource): number | null {
		const known = this.allowance(resource);
		if (known === null) return null;
		const reserve = Math.min(this.#options.reserve, Math.floor(known.limit * RESERVE_SHARE));
		return Math.max(0, known.remaining - reserve);
	}

	/**
	 * Before a request: returns once there is budget for it.
	 * @throws {RateLimitPause} when there is none and waiting was not asked for.
	 */
	async ready(resource: Resource): Promise<void> {
		if (this.spendable(resource) === 0) await this.#untilReset(resource);
	}

	/**
	 * After the server refused for want of budget: waits for the reset and says true, or says false when waiting was
	 * not asked for.
	 */
	async refused(resource: Resource): Promise<boolean> {
		if (this.#options.atLimit === 'pause') return false;
		await this.#untilReset(resource);
		return true;
	}

	/** When to go on after a refusal; an hour from now if the server named no time. */
	resetAt(resource: Resource): Date {
		return this.allowance(resource)?.resetAt ?? new Date(this.serverNow() + 3_600_000);
	}

	async #untilReset(resource: Resource): Promise<void> {
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
