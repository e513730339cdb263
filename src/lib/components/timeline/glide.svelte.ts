import { prefersReducedMotion } from 'svelte/motion';
import { resolve } from '$app/paths';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import { editionStops } from '#lib/radar/chart/edition-stops.ts';
import { follow, played } from './glide.ts';
import type { History, HistoryEdition, Track } from '#lib/radar/chart/history.ts';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';
import Scene from './Scene.svelte';

/** How long the slider rests before the page follows it. */
const REST_MS = 250;
/** How fast blips follow the slider, and the ends of their trails the blips, in ms. */
const PACE = { blips: 90, trails: 230 };
/** Time of one edition when they are played. */
const EDITION_MS = 800;

/**
 * Slides the chart through the editions. While it moves, it draws out of one file that holds all of them; when the slider
 * rests, the page opens the edition as by a link, whether or not all blips have arrived; one that is on its way then is
 * not called back. In a zoomed chart nothing glides.
 */
export class Glide {
	/** Draws the chart while it moves. */
	readonly Scene = Scene;
	/** Which stop is slid to; null at rest. */
	target = $state.raw<number | null>(null);
	playing = $state.raw(false);
	/** All stops and all that ever stood in one; null until they are here. */
	#history = $state.raw<{ editions: HistoryEdition[]; tracks: Track[] } | null>(null);
	/** The moment that the blips are at, and the one that their trails begin at. Counted in editions. */
	now = $state.raw(0);
	tail = $state.raw(0);
	/** Of playing, in editions' times. */
	#time = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#rested = false;
	readonly #explorer: Explorer;
	readonly #isHeld: () => boolean;

	readonly #stops = $derived.by(() => editionStops(this.#explorer.edition.editions));
	/** What is to be drawn in place of the chart; null at rest. */
	readonly shown = $derived.by(() =>
		this.target === null || this.#explorer.segment !== null ? null : this.#history
	);

	/** `isHeld`: whether a hand is still on the slider. */
	constructor(explorer: Explorer, isHeld: () => boolean) {
		this.#explorer = explorer;
		this.#isHeld = isHeld;
		// Without it the slider jumps.
		this.#load().catch(() => {});
	}

	async #load(): Promise<void> {
		const answer = await fetch(resolve('/api/v1/history.json'));
		if (!answer.ok) return;
		const { editions, projects }: History = await answer.json();
		// Something may have been published since the page was opened.
		if (editions.map(({ id }) => id).join() !== this.#stops.map(({ id }) => id).join()) return;
		this.#history = { editions, tracks: fromColumns(projects) };
	}

	slideTo(target: number): void {
		this.#leave();
		this.playing = false;
		this.target = target;
		this.#rest();
	}

	/** Plays from here, or from the first edition when this is the last; or stops at the nearest. */
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

	/** Moves on by so many milliseconds. */
	step(elapsed: number): void {
		const { now, tail } = this;
		if (this.playing) this.#play(elapsed);
		const target = this.target ?? now;
		const jumps = prefersReducedMotion.current;
		if (!this.playing) this.now = jumps ? target : follow(now, target, elapsed, PACE.blips);
		this.tail = jumps ? this.now : follow(tail, this.now, elapsed, PACE.trails);
		this.#giveBack();
	}

	/** Stops whatever is under way; for when the page is left. */
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

	/** Takes the chart from the edition that the page shows; answers the stop that it is at. */
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

	/** Opens the edition that is slid to. */
	async #open(): Promise<void> {
		const { target } = this;
		const stop = this.#stops[target ?? -1];
		if (stop === undefined) return;
		if (stop.id !== this.#explorer.edition.edition.id) {
			await this.#explorer.chooseEdition(target === this.#stops.length - 1 ? null : stop.id);
		}
		this.#giveBack();
	}

	/** Gives the chart back once the edition is open and all blips have arrived in it. */
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
