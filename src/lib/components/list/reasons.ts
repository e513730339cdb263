import { createContext, untrack } from 'svelte';
import type { Hit } from '#lib/radar/search.ts';
import { Reason } from './reason.svelte.ts';

type Hits = ReadonlyMap<string, Hit> | null;

export const [getReasons, setReasons] = createContext<Reasons>();

/**
 * Why each row was found, one state a row: a search of a thousand projects then wakes only the rows
 * that it found or lost, not all of them to look whether it was them.
 */
export class Reasons {
	readonly #reasons = new Map<string, Reason>();
	#shown: Hits;

	constructor(hits: Hits) {
		this.#shown = hits;
	}

	/** Why a project was found; undefined when it was not, or needs no saying. */
	of(id: string): Hit | undefined {
		let reason = this.#reasons.get(id);
		if (!reason) {
			reason = new Reason();
			reason.hit = this.#shown?.get(id);
			this.#reasons.set(id, reason);
		}
		return reason.hit;
	}

	/** To be called when the search has found something else. */
	show(hits: Hits): void {
		const before = this.#shown;
		this.#shown = hits;
		untrack(() => {
			for (const id of before?.keys() ?? []) if (!hits?.has(id)) this.#set(id, undefined);
			for (const [id, hit] of hits ?? []) this.#set(id, hit);
		});
	}

	#set(id: string, hit: Hit | undefined): void {
		const reason = this.#reasons.get(id);
		if (reason) reason.hit = hit;
	}
}
