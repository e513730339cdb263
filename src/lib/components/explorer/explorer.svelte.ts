import { createContext, onDestroy } from 'svelte';
import { building } from '$app/env';
import {
	afterNavigate,
	beforeNavigate,
	disableScrollHandling,
	goto,
	onNavigate
} from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { ResolvedPathname } from '$app/types';
import type { Snapshot } from '@sveltejs/kit';
import { askedFromSearch, paramsKeeping, type Asked } from '#lib/radar/explore/asked.ts';
import {
	countFacets,
	emptyFilter,
	FACET_IDS,
	isElsewhere,
	isFiltering,
	matchingIds,
	toggled,
	type FacetId,
	type Filter
} from '#lib/radar/explore/filter.ts';
import { createSearch, type SearchResult } from '#lib/radar/explore/search.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { tray } from '#lib/components/compare/tray.svelte.ts';
import { forgiving, loadForgiving } from './forgiving.svelte.ts';
import { FrameBehind } from './frame-behind.svelte.ts';
import { passFocus } from './pass-focus.ts';

/** What the page shows: all projects, and the segments that it can zoom into. */
interface Explored {
	blips: readonly Blip[];
	segments: readonly { name: string }[];
}

/** What rows and counts show. */
interface Listed {
	/** Null: all. */
	matching: ReadonlySet<string> | null;
	/** Null where nothing is searched for, or too much found. */
	reasons: SearchResult | null;
	/** Before zoom and filters. */
	searched: readonly Blip[];
}

const REST_MS = 250;
/** With more hits, the list gives no reasons. */
const MOST_REASONS = 120;
/** Further rows show no tick while nothing is ticked. */
const MOST_TICKS = 60;

export const [getExplorer, setExplorer] = createContext<Explorer>();

/**
 * What the address of the radar or the table asks for, and what that finds.
 * Every choice is an address and a step of history; only a query shows before its address, while it is typed.
 * Create it during a component's setup.
 */
export class Explorer<Shown extends Explored = EditionPage> {
	readonly #path: '/' | '/table';
	readonly #shown: () => Shown;
	readonly #kept: readonly string[];

	/** Query that the address does not hold yet. */
	#typed = $state.raw<string | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Further letters belong to the step of those before. */
	#isSearching = false;
	/** Where the router is on its way to: a further choice builds on it. */
	#coming = $state.raw<string | null>(null);
	#isUndoing = false;
	/** Before a shorter list scrolled the page. */
	#scrolled: number | null = null;

	/** Id of the project under the pointer or the focus. */
	pointed = $state.raw<string | null>(null);

	readonly edition: Shown = $derived.by(() => this.#shown());
	readonly address: string = $derived(building ? '' : page.url.searchParams.toString());
	readonly #addressed: Asked = $derived(this.#askedBy(this.address));
	readonly isTyping: boolean = $derived(this.#typed !== null);
	readonly query: string = $derived(this.#typed ?? this.#addressed.query);
	readonly view: Asked = $derived({ ...this.#addressed, query: this.query });
	readonly segment: string | null = $derived(this.#addressed.segment);

	readonly filter: Filter = $derived(this.#addressed.filter);
	readonly chosen: number = $derived(
		FACET_IDS.reduce((sum, id) => sum + this.filter[id].length, 0)
	);
	readonly #search = $derived(createSearch(this.edition.blips));
	readonly #fuzzy = $derived(forgiving()?.(this.edition.blips) ?? null);
	readonly found = $derived(this.query === '' ? null : this.#search(this.query, () => this.#fuzzy));
	readonly #searched = $derived(
		this.edition.blips.filter(({ id }) => this.found === null || this.found.hits.has(id))
	);
	readonly isNarrowed: boolean = $derived(
		this.found !== null || this.segment !== null || isFiltering(this.filter)
	);
	/** Null: all. */
	readonly matching: ReadonlySet<string> | null = $derived.by(() => {
		if (!this.isNarrowed) return null;
		const { segment } = this;
		const zoomed = this.#searched.filter(({ category }) => [null, category].includes(segment));
		return matchingIds(this.filter, zoomed);
	});
	/** A letter paints the chart and the count first. */
	readonly #listed = new FrameBehind<Listed>(() => {
		const { found, matching } = this;
		const reasons = found !== null && found.hits.size <= MOST_REASONS ? found : null;
		return { matching, reasons, searched: this.#searched };
	});
	readonly listed: Listed = $derived(this.#listed.value);
	/** Rows have a tick: few are listed, or some are ticked. */
	readonly isPicking: boolean = $derived(
		(this.listed.matching?.size ?? Infinity) <= MOST_TICKS || tray.items.length > 0
	);
	readonly counts = $derived(countFacets(this.filter, this.listed.searched, this.segment));
	readonly opened: Blip | null = $derived(
		this.edition.blips.find(({ id }) => id === this.view.project) ?? null
	);

	/** The table filters instead of zooming. */
	readonly tableParams: string = $derived.by(() => {
		const { filter, segment } = this;
		if (segment === null) return this.paramsOf({});
		return this.paramsOf({ segment: null, filter: { ...filter, category: [segment] } });
	});

	/** Back and forward find a page as it was scrolled before a search. */
	readonly snapshot: Snapshot<number | null> = {
		capture: () => this.#scrolled,
		restore: (top) => {
			if (top !== null && !this.#isUndoing) scrollTo({ top });
		}
	};

	/** `kept`: further parameters of the page's own, which a choice leaves as they are. */
	constructor(path: '/' | '/table', shown: () => Shown, kept: readonly string[] = []) {
		this.#path = path;
		this.#shown = shown;
		this.#kept = kept;
		beforeNavigate(({ type, willUnload }) => {
			// A search written now would call off the way to elsewhere.
			if (type !== 'goto' && !willUnload && !this.#isUndoing) clearTimeout(this.#timer);
		});
		onNavigate(({ type }) => {
			if (this.#isUndoing) disableScrollHandling();
			else if (type !== 'goto') this.#typed = null;
		});
		afterNavigate(() => {
			this.#coming = null;
			if (this.#typed === this.#addressed.query) this.#typed = null;
			if (this.#typed === null) this.#scrolled = null;
			// The router restores the snapshot right after this.
			queueMicrotask(() => (this.#isUndoing = false));
		});
		onDestroy(() => clearTimeout(this.#timer));
	}

	matches(id: string): boolean {
		return this.matching === null || this.matching.has(id);
	}

	/** Shows at once; the address follows after a rest. */
	search(text: string): void {
		void loadForgiving();
		if (this.#typed === null) this.#scrolled = scrollY;
		this.#typed = text;
		this.#listed.holdForFrame();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#writeSearch(), REST_MS);
	}

	/** The next letters are a step of their own. */
	leaveSearch(): void {
		if (this.#timer !== undefined) this.#writeSearch();
		this.#isSearching = false;
	}

	/** A value outside the zoomed segment ends the zoom. */
	toggle(facet: FacetId, value: string): void {
		const isAdded = !this.filter[facet].includes(value);
		const leaves = isAdded && this.segment !== null && isElsewhere(this.segment, facet, value);
		const filter = toggled(this.#asked.filter, facet, value);
		void this.show(leaves ? { filter, segment: null } : { filter });
	}

	readonly cleared = { query: '', filter: emptyFilter(), segment: null };

	clear(): void {
		void this.show(this.cleared);
	}

	/** Only the first adds a step: "back" closes all. */
	open(id: string): void {
		void this.show({ project: id }, { replaceState: this.view.project !== null });
	}

	/** Adds no step, and takes back the one that opened it. */
	close(): void {
		const params = this.paramsOf({ project: null });
		if (page.state.before === params) this.#undo();
		else void this.goTo(params, { replaceState: true });
	}

	zoom(segment: string | null): void {
		void this.show({ segment });
	}

	/** Resolves once the page shows it. */
	show(change: Partial<Asked>, how?: { replaceState: boolean }): Promise<void> {
		return this.goTo(this.paramsOf(change), how);
	}

	/** `params`: of this page. `isSearch`: marks a step that letters may rewrite. */
	goTo(params: string, { replaceState = false, isSearch = false } = {}): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#isSearching = isSearch;
		if (this.#typed !== null) this.#typed = askedFromSearch(params).query;
		this.#coming = params;
		const state = replaceState ? page.state : { before: this.#paramsAt(this.address), isSearch };
		const how = { replaceState, state, keepFocus: true, noScroll: true };
		return passFocus(() => goto(this.hrefOf(params), how));
	}

	paramsOf(change: Partial<Asked>): string {
		return this.#paramsAt(this.#coming ?? this.address, { ...this.#asked, ...change });
	}

	hrefOf(params: string): ResolvedPathname {
		return params === '' ? resolve(this.#path) : resolve(`${this.#path}?${params}`);
	}

	/** Choices on their way included. */
	get #asked(): Asked {
		const asked = this.#coming === null ? this.#addressed : this.#askedBy(this.#coming);
		return { ...asked, query: this.#typed ?? asked.query };
	}

	#askedBy(address: string): Asked {
		const asked = askedFromSearch(address);
		const isKnown = this.edition.segments.some(({ name }) => name === asked.segment);
		return isKnown ? asked : { ...asked, segment: null };
	}

	#paramsAt(address: string, asked = this.#askedBy(address)): string {
		return paramsKeeping(asked, address, this.#kept);
	}

	#writeSearch(): void {
		const params = this.paramsOf({});
		const { before, isSearch = false } = page.state;
		if (params === this.#paramsAt(this.address)) this.#typed = null;
		else if (isSearch && before === params) this.#undo();
		else void this.goTo(params, { replaceState: isSearch && this.#isSearching, isSearch: true });
	}

	/** Leaves no idle step. */
	#undo(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#isUndoing) return;
		this.#isUndoing = true;
		history.back();
	}
}
