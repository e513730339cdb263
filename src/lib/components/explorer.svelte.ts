import { createContext } from 'svelte';
import { building } from '$app/env';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { chartOf } from '#lib/radar/chart.ts';
import {
	countFacets,
	emptyFilter,
	FACET_IDS,
	isFiltering,
	matchingIds,
	toggled
} from '#lib/radar/filter.ts';
import type { FacetId, Filter } from '#lib/radar/filter.ts';
import type { EditionView } from '#lib/radar/page-data.ts';
import type { createForgiveness } from '#lib/radar/misspelling.ts';
import { createSearch } from '#lib/radar/search.ts';
import { MAX_QUERY, paramsFromView, plainView, viewFromSearch } from '#lib/radar/view.ts';
import type { View } from '#lib/radar/view.ts';
import type { Glide } from './timeline/glide.svelte.ts';
import { whenIdle } from './when-idle.ts';

type MisspellingModule = { createForgiveness: typeof createForgiveness };

/** How long typing rests before the address follows it. */
const REST_MS = 250;
/** Nothing is called this. */
const UNHEARD_OF = '~~~~';
/** Where it could not be fetched, only what is spelt right is found. */
const UNFORGIVING: MisspellingModule = { createForgiveness: () => () => new Map() };
/** More hits than these are not marked one by one. */
const MOST_REASONS = 120;

export const [getExplorer, setExplorer] = createContext<Explorer>();

/**
 * What a person is looking at. The address is the truth: views are read from it and written to it,
 * and nothing that filters ever asks the server.
 */
export class Explorer {
	readonly #edition: () => EditionView;
	// A page being prerendered has no parameters to read.
	readonly #params = $derived(building ? '' : page.url.searchParams.toString());
	/** Typed, and not in the address yet. */
	#typed = $state.raw<string | null>(null);
	#misspelling = $state.raw<MisspellingModule | null>(null);
	#isPrepared = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Project under the pointer or the focus, in the chart or the list. */
	pointed = $state.raw<string | null>(null);
	/** What slides the chart through the editions; null until that is first asked for. */
	glide = $state.raw<Glide | null>(null);

	/** Whether someone has begun to search or to filter, or is about to. */
	isAsked = $state.raw(false);

	readonly view: View = $derived(viewFromSearch(this.#params));
	readonly edition: EditionView = $derived.by(() => this.#edition());
	/** The search as typed. */
	readonly query: string = $derived(this.#typed ?? this.view.query);
	/** While letters follow each other, only what has to be at once is drawn anew. */
	readonly isTyping: boolean = $derived(this.query !== this.view.query);

	// As text, so that what does not touch the filter does not filter again.
	readonly #filterParams = $derived(
		paramsFromView({ ...plainView(), filter: this.view.filter }).toString()
	);
	readonly filter: Filter = $derived(viewFromSearch(this.#filterParams).filter);
	/** How many values of facets are asked for. */
	readonly chosen: number = $derived(
		FACET_IDS.reduce((sum, id) => sum + this.filter[id].length, 0)
	);
	readonly segment: string | null = $derived(
		this.edition.segments.some(({ name }) => name === this.view.segment) ? this.view.segment : null
	);
	readonly chart = $derived(chartOf(this.edition, this.segment));

	readonly #search = $derived(createSearch(this.edition.blips));
	readonly #forgive = $derived(this.#misspelling?.createForgiveness(this.edition.blips) ?? null);
	/** What the search found; null while nothing is searched for. */
	readonly found = $derived(
		this.query === '' ? null : this.#search(this.query, () => this.#forgive)
	);
	/** Nothing is spelt as searched for, and what is spelt alike is still to come. */
	readonly isLooking: boolean = $derived(this.found?.hits.size === 0 && this.#misspelling === null);
	/** Projects that the search and the zoom leave, before any filter. */
	readonly #considered = $derived(
		this.edition.blips.filter(
			({ id, category }) =>
				(this.found === null || this.found.hits.has(id)) &&
				(this.segment === null || category === this.segment)
		)
	);
	/** What was found, to say why of each; null where so much was that it explains nothing. */
	readonly reasons = $derived(
		this.found !== null && this.found.hits.size <= MOST_REASONS ? this.found : null
	);
	readonly counts = $derived(countFacets(this.filter, this.#considered));
	readonly isNarrowed: boolean = $derived(
		this.found !== null || this.segment !== null || isFiltering(this.filter)
	);
	/** Ids that match everything asked for; null when nothing is asked for, so all do. */
	readonly matching: ReadonlySet<string> | null = $derived(
		this.isNarrowed ? matchingIds(this.filter, this.#considered) : null
	);
	/** The project whose panel is open; null for none, or for one that does not stand here. */
	readonly opened = $derived(
		this.view.project === null
			? null
			: (this.edition.blips.find(({ id }) => id === this.view.project) ?? null)
	);
	/** The parameters that say what is shown, for exports of the same. */
	readonly shownParams: string = $derived(
		paramsFromView({ ...this.view, query: this.query, project: null, names: true }).toString()
	);

	constructor(edition: () => EditionView, misspelling: MisspellingModule | null) {
		this.#edition = edition;
		this.#misspelling = misspelling;
	}

	matches(id: string): boolean {
		return this.matching === null || this.matching.has(id);
	}

	/** Makes the search ready, once; called when someone is about to type. */
	async prepareSearch(): Promise<void> {
		this.isAsked = true;
		if (this.#isPrepared) return;
		this.#isPrepared = true;
		this.#search(UNHEARD_OF, () => null);
		this.#misspelling ??= await import('#lib/radar/misspelling.ts').catch(() => UNFORGIVING);
		// Its index is made at the first misspelling: better now than under someone's fingers.
		whenIdle(() => this.#search(UNHEARD_OF, () => this.#forgive));
	}

	/** Shows what matches a text, at once; the address follows when typing rests. */
	search(text: string): void {
		void this.prepareSearch();
		this.#typed = text.slice(0, MAX_QUERY);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#show({}), REST_MS);
	}

	toggle(facet: FacetId, value: string): void {
		this.isAsked = true;
		this.#show({ filter: toggled(this.filter, facet, value) });
	}

	/** What {@link clear} changes. */
	readonly cleared = { query: '', filter: emptyFilter(), segment: null };

	/** Takes away search, filters and zoom; the edition stays. */
	clear(): void {
		this.#typed = '';
		void this.#show(this.cleared);
	}

	/** Opens a project's panel. The first goes into the history, so that "back" closes it. */
	open(id: string): void {
		this.#show({ project: id }, { push: this.view.project === null });
	}

	close(): void {
		this.#show({ project: null });
	}

	zoom(segment: string | null): void {
		this.#show({ segment }, { push: true });
	}

	showNames(names: boolean): void {
		this.#show({ names });
	}

	/** Opens an edition, null for the newest; "back" leads back. Done when it is shown. */
	chooseEdition(edition: string | null): Promise<void> {
		return this.#show({ edition }, { push: true });
	}

	/** The parameters of the view with something changed, for a link to it. */
	paramsOf(change: Partial<View>): string {
		return paramsFromView({ ...this.view, query: this.query, ...change }).toString();
	}

	/** Stops what is under way; for when the page is left. */
	dispose(): void {
		clearTimeout(this.#timer);
		this.glide?.dispose();
	}

	async #show(change: Partial<View>, { push = false } = {}): Promise<void> {
		clearTimeout(this.#timer);
		const typed = this.#typed;
		const params = this.paramsOf(change);
		const options = { replaceState: !push, keepFocus: true, noScroll: true };
		await (params === '' ? goto(resolve('/'), options) : goto(resolve(`/?${params}`), options));
		if (this.#typed === typed) this.#typed = null;
	}
}
