const HOUR_S = 3600;

export interface Account {
	limit: number;
	used: number;
	remaining: number;
	/** Seconds since 1970. */
	reset: number;
}

/** GitHub's two budgets, each an hour long from its first request. */
export class Accounts {
	readonly #now: () => number;
	readonly #limits: Record<'core' | 'graphql', number>;
	readonly #state = new Map<'core' | 'graphql', { used: number; reset: number }>();

	constructor(now: () => number, limits: Record<'core' | 'graphql', number>) {
		this.#now = now;
		this.#limits = limits;
	}

	/** What is left of a budget. */
	read(resource: 'core' | 'graphql'): Account {
		const { used, reset } = this.#current(resource);
		const limit = this.#limits[resource];
		return { limit, used, remaining: Math.max(0, limit - used), reset };
	}

	/** Takes from a budget; false when it is used up. */
	spend(resource: 'core' | 'graphql', amount: number): boolean {
		const current = this.#current(resource);
		if (current.used + amount > this.#limits[resource]) return false;
		current.used += amount;
		return true;
	}

	/** Leaves so much of a budget and no more. */
	leave(resource: 'core' | 'graphql', remaining: number): void {
		this.#current(resource).used = this.#limits[resource] - remaining;
	}

	/** Another limit from now on. */
	limit(resource: 'core' | 'graphql', limit: number): void {
		this.#limits[resource] = limit;
	}

	#current(resource: 'core' | 'graphql') {
		const now = Math.floor(this.#now() / 1000);
		const known = this.#state.get(resource);
		if (known && known.reset > now) return known;
		const fresh = { used: 0, reset: now + HOUR_S };
		this.#state.set(resource, fresh);
		return fresh;
	}
}
