import { prefersReducedMotion } from 'svelte/motion';
import { published } from '#lib/components/site/published.ts';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import { editionStops } from '#lib/radar/chart/edition-stops.ts';
import { follow, played } from './glide.ts';
import type { HistoryEdition, Track } from '#lib/radar/chart/history.ts';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';

const REST_MS = 250;
/** In ms: slider to blips, blips to trail ends. */
const PACE = { blips: 90, trails: 230 };
const EDITION_MS = 800;

/** The page opens the edition after a rest, even amid motion. */
export class Glide {
	/** Stop; null at rest. */
	target = $state.raw<number | null>(null);
	playing = $state.raw(false);
	#history = $state.raw<{ editions: HistoryEdition[]; tracks: Track[] } | null>(null);
	/** In editions: blips at `now`, trails from `tail`. */
	now = $state.raw(0);
	tail = $state.raw(0);
	/** In editions. */
	#time = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#rested = false;
	readonly #explorer: Explorer;
	readonly #isHeld: () => boolean;

	readonly #stops = $derived.by(() => editionStops(this.#explorer.edition.editions));
	readonly shown = $derived.by(() =>
		this.target === null || this.#explorer.segment !== null ? null : this.#history
	);

	constructor(explorer: Explorer, isHeld: () => boolean) {
		this.#explorer = explorer;
		this.#isHeld = isHeld;
		// Else the slider jumps.
		this.#load().catch(() => {});
	}

	async #load(): Promise<void> {
		const reader = published(fetch, this.#explorer.edition.editions);
		const { editions, projects } = await reader.history();
		// A new edition may exist by now.
		if (editions.map(({ id }) => id).join() !== this.#stops.map(({ id }) => id).join()) return;
		this.#history = { editions, tracks: fromColumns(projects) };
	}

	slideTo(target: number): void {
		this.#leave();
		this.playing = false;
		this.target = target;
		this.#rest();
	}

	/** Restarts at the end; stops at the nearest. */
	toggle(): void {
		if (this.playing) {
			this.slideTo(Math.round(this.now));
			return;
		}
		const from = this.#leave();
		const isLast = from === this.#stops.length - 1;
		if (isLast) this.now = this.tail = 0;
		this.#time = this.target = isLast ? 0 : from;
		this.playing = true;
	}

	/** In ms. */
	step(elapsed: number): void {
		const { now, tail } = this;
		if (this.playing) this.#play(elapsed);
		const target = this.target ?? now;
		const jumps = prefersReducedMotion.current;
		if (!this.playing) this.now = jumps ? target : follow(now, target, elapsed, PACE.blips);
		this.tail = jumps ? this.now : follow(tail, this.now, elapsed, PACE.trails);
		this.#giveBack();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.playing = this.#rested = false;
		this.target = null;
	}

	#play(elapsed: number): void {
		const last = this.#stops.length - 1;
		this.#time = Math.min(this.#time + elapsed / EDITION_MS, last);
		this.now = prefersReducedMotion.current ? Math.floor(this.#time) : played(this.#time);
		this.target = Math.round(this.now);
		if (this.#time === last) this.slideTo(last);
	}

	/** Index of the shown stop. */
	#leave(): number {
		clearTimeout(this.#timer);
		this.#rested = false;
		if (this.target !== null) return this.target;
		const { date } = this.#explorer.edition.edition;
		const from = Math.max(
			0,
			this.#stops.findLastIndex((stop) => stop.date <= date)
		);
		this.now = this.tail = from;
		return from;
	}

	#rest(): void {
		this.#timer = setTimeout(() => {
			if (this.#isHeld()) return this.#rest();
			this.#rested = true;
			void this.#open();
		}, REST_MS);
	}

	async #open(): Promise<void> {
		const { target } = this;
		const stop = this.#stops[target ?? -1];
		if (stop === undefined) return;
		if (stop.id !== this.#explorer.edition.edition.id) {
			const edition = target === this.#stops.length - 1 ? null : stop.id;
			await this.#explorer.show({ edition });
		}
		this.#giveBack();
	}

	#giveBack(): void {
		const { target } = this;
		if (!this.#rested || target === null) return;
		const isOpen = this.#stops[target]?.id === this.#explorer.edition.edition.id;
		const isThere = this.shown === null || (this.now === target && this.tail === target);
		if (!isOpen || !isThere) return;
		this.#rested = false;
		this.target = null;
	}
}
