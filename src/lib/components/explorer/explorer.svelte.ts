import { createContext } from 'svelte';
import { chartOf } from '#lib/radar/chart/chart.ts';
import {
	countFacets,
	emptyFilter,
	FACET_IDS,
	isElsewhere,
	isFiltering,
	matchingIds,
	toggled
} from '#lib/radar/explore/filter.ts';
import type { FacetId, Filter } from '#lib/radar/explore/filter.ts';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { createForgiveness } from '#lib/radar/explore/misspelling.ts';
import { createSearch } from '#lib/radar/explore/search.ts';
import type { SearchResult } from '#lib/radar/explore/search.ts';
import { paramsFromView, plainView, unknownIn, viewFromSearch } from '#lib/radar/explore/view.ts';
import type { View } from '#lib/radar/explore/view.ts';
import { Steps } from './steps.svelte.ts';
import type { Glide } from '#lib/components/timeline/glide.svelte.ts';
import { afterFrame } from './after-frame.ts';
import { passFocus } from './pass-focus.ts';
import { whenIdle } from './when-idle.ts';

type MisspellingModule = { createForgiveness: typeof createForgiveness };

/** What the list shows, {@link Explorer.matching} and {@link Explorer.reasons}, and what the filters count. */
interface Listed {
	matching: ReadonlySet<string> | null;
	reasons: SearchResult | null;
	/** What the search leaves, before zoom and filters. */
	searched: readonly Blip[];
}

/** Nothing is called this. */
const UNHEARD_OF = '~~~~';
/** Where it could not be fetched, only what is spelt right is found. */
const UNFORGIVING: MisspellingModule = { createForgiveness: () => () => new Map() };
/** More hits than these are not marked one by one. */
const MOST_REASONS = 120;

export const [getExplorer, setExplorer] = createContext<Explorer>();

/**
 * What a person is looking at. Every view is an address: it is read from there and written there,
 * and nothing that filters ever asks the server.
 */
export class Explorer {
	readonly #edition: () => EditionView;
	readonly #steps = new Steps('/', () => this.glide?.dispose());
	#misspelling = $state.raw<MisspellingModule | null>(null);
	#isPrepared = false;

	/** The edition that is on its way: what is chosen meanwhile is chosen of it. */
	#opening: Pick<View, 'edition'> | null = null;

	/** The chart has answered a letter, list and filters not yet. */
	#isListBehind = $state.raw(false);
	#listed: Listed | undefined;

	/** For the page to export. */
	readonly snapshot = this.#steps.snapshot;

	/** Project under the pointer or the focus, in the chart or the list. */
	pointed = $state.raw<string | null>(null);
	/** What slides the chart through the editions; null until that is first asked for. */
	glide = $state.raw<Glide | null>(null);

	/** Whether someone has begun to search or to filter, or is about to. */
	isAsked = $state.raw(false);

	readonly view: View = $derived(viewFromSearch(this.#steps.params));
	readonly edition: EditionView = $derived.by(() => this.#edition());
	/** The search as typed. */
	readonly query: string = $derived(this.view.query);
	/** While letters follow each other, only what has to be at once is drawn anew. */
	readonly isTyping: boolean = $derived(this.#steps.isTyping);

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
	/** What of the address is not known, in words to show. */
	readonly unknown = $derived(
		unknownIn(
			this.#steps.params,
			this.edition.segments.map(({ name }) => name)
		)
	);
	/** Nothing is spelt as searched for, and what is spelt alike is still to come. */
	readonly isLooking: boolean = $derived(this.found?.hits.size === 0 && this.#misspelling === null);
	/** Projects that the search leaves. */
	readonly #searched = $derived(
		this.edition.blips.filter(({ id }) => this.found === null || this.found.hits.has(id))
	);
	/** Projects that the search and the zoom leave, before any filter. */
	readonly #considered = $derived(
		this.segment === null
			? this.#searched
			: this.#searched.filter(({ category }) => category === this.segment)
	);
	/** What was found, to say why of each; null where so much was that it explains nothing. */
	readonly reasons = $derived(
		this.found !== null && this.found.hits.size <= MOST_REASONS ? this.found : null
	);
	readonly isNarrowed: boolean = $derived(
		this.found !== null || this.segment !== null || isFiltering(this.filter)
	);
	/** Ids that match everything asked for; null when nothing is asked for, so all do. */
	readonly matching: ReadonlySet<string> | null = $derived(
		this.isNarrowed ? matchingIds(this.filter, this.#considered) : null
	);
	/** What list and filters show of it: a frame behind the chart, so that this answers a letter at once. */
	readonly listed: Listed = $derived.by(() => {
		if (!this.#isListBehind || this.#listed === undefined) {
			const { matching, reasons } = this;
			this.#listed = { matching, reasons, searched: this.#searched };
		}
		return this.#listed;
	});
	readonly counts = $derived(countFacets(this.filter, this.listed.searched, this.segment));
	/** The project whose panel is open; null for none, or for one that does not stand here. */
	readonly opened = $derived(
		this.view.project === null
			? null
			: (this.edition.blips.find(({ id }) => id === this.view.project) ?? null)
	);
	/** The parameters that say what is shown, for exports of the same. */
	readonly shownParams: string = $derived(
		paramsFromView({ ...this.view, project: null, names: true }).toString()
	);

	/** The parameters of the same projects in the table, which has no zoom, but filters by segment. */
	readonly tableParams: string = $derived.by(() => {
		const { filter, segment } = this;
		if (segment === null) return this.paramsOf({});
		return this.paramsOf({ segment: null, filter: { ...filter, category: [segment] } });
	});

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
		this.#misspelling ??= await import('#lib/radar/explore/misspelling.ts').catch(
			() => UNFORGIVING
		);
		// Its index is made at the first misspelling: better now than under someone's fingers.
		whenIdle(() => this.#search(UNHEARD_OF, () => this.#forgive));
	}

	/** Shows what matches a text, at once; the address follows when typing rests. */
	search(text: string): void {
		void this.prepareSearch();
		this.#letOthersFollow();
		this.#steps.type(this.paramsOf({ query: text }));
	}

	/** For when the search's field is left. */
	leaveSearch(): void {
		this.#steps.leaveSearch();
	}

	/** Takes the search away, and then the step that it was, if it was one. */
	clearSearch(): void {
		this.#letOthersFollow();
		this.#steps.type(this.paramsOf({ query: '' }), () => this.isTyping && this.#goBackTo({}));
	}

	/** Sets a filter or takes it away. What stands in another segment than the one zoomed into leaves the zoom. */
	toggle(facet: FacetId, value: string): void {
		this.isAsked = true;
		const isAdded = !this.filter[facet].includes(value);
		const leaves = isAdded && this.segment !== null && isElsewhere(this.segment, facet, value);
		const filter = toggled(this.filter, facet, value);
		this.#show(leaves ? { filter, segment: null } : { filter });
	}

	/** What {@link clear} changes. */
	readonly cleared = { query: '', filter: emptyFilter(), segment: null };

	/** Takes away search, filters and zoom; the edition stays. */
	clear(): void {
		this.#show(this.cleared);
	}

	/** Opens a project's panel. The first is a step, so that "back" closes it; those opened from it take its place. */
	open(id: string): void {
		this.#show({ project: id }, { replaces: this.view.project !== null });
	}

	/** Closes the panel, and takes back the step that opened it; where there is none, as for a link, it leaves none. */
	close(): void {
		const change = { project: null };
		if (!this.#goBackTo(change)) this.#show(change, { replaces: true });
	}

	zoom(segment: string | null): void {
		// Nothing glides in a zoomed chart.
		this.glide?.dispose();
		this.#show({ segment });
	}

	showNames(names: boolean): void {
		this.#show({ names });
	}

	/** Opens an edition, null for the newest. Done when it is shown. */
	async chooseEdition(edition: string | null): Promise<void> {
		const opening = { edition };
		this.#opening = opening;
		await this.#steps.load(this.paramsOf({}));
		if (this.#opening === opening) this.#opening = null;
	}

	/** The parameters of the view with something changed, for a link to it, without a segment that there is not. */
	paramsOf(change: Partial<View>): string {
		const { segment } = this;
		return paramsFromView({ ...this.view, segment, ...this.#opening, ...change }).toString();
	}

	/** Stops what is under way; for when the page is left. */
	dispose(): void {
		this.#steps.dispose();
		this.glide?.dispose();
	}

	/** Lets list and filters wait for the frame that has the chart. */
	#letOthersFollow(): void {
		this.#isListBehind = true;
		afterFrame(() => (this.#isListBehind = false));
	}

	#show(change: Partial<View>, how?: { replaces: boolean }): void {
		void passFocus(() => this.#steps.choose(this.paramsOf(change), how));
	}

	#goBackTo(change: Partial<View>): boolean {
		const wanted = this.paramsOf(change);
		return this.#steps.goBackTo(
			({ pathname, search }) =>
				pathname === location.pathname &&
				paramsFromView(viewFromSearch(search)).toString() === wanted
		);
	}
}
