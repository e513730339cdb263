import type { LanguageModelLimits } from '#lib/radar/model/settings/language-model.ts';

const HOUR_MS = 3_600_000;

/** What visitors may ask of the model, kept in memory: a restart begins anew. Counts are of this process. */
export class VisitorBudget {
	readonly #limits: LanguageModelLimits;
	readonly #now: () => number;
	/** Times of the last hour's questions, by address. */
	readonly #asked = new Map<string, number[]>();
	#day = '';
	#tokens = 0;
	#open = 0;

	/** `now`: milliseconds since 1970. */
	constructor(limits: LanguageModelLimits, now: () => number) {
		this.#limits = limits;
		this.#now = now;
	}

	/** Takes a place for a question; a sentence says why there is none. Each place taken is given back by {@link done}. */
	take(address: string): string | null {
		const now = this.#now();
		const { per_address_hour, tokens_per_day, at_once } = this.#limits;
		const day = new Date(now).toISOString().slice(0, 10);
		if (day !== this.#day) {
			this.#day = day;
			this.#tokens = 0;
		}
		this.#forget(now);
		if (this.#tokens >= tokens_per_day) return 'The model’s budget for today is used up.';
		if (this.#open >= at_once) return 'The model is busy with other questions. Ask again soon.';
		const own = this.#asked.get(address) ?? [];
		if (own.length >= per_address_hour) {
			return `The model answers ${per_address_hour} questions an hour. Ask again later.`;
		}
		this.#asked.set(address, [...own, now]);
		this.#open += 1;
		return null;
	}

	done(tokens: number): void {
		this.#open -= 1;
		this.#tokens += tokens;
	}

	#forget(now: number): void {
		for (const [address, times] of this.#asked) {
			const recent = times.filter((time) => time > now - HOUR_MS);
			if (recent.length === 0) this.#asked.delete(address);
			else this.#asked.set(address, recent);
		}
	}
}
