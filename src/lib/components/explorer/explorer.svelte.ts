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
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { createFuzzySearch } from '#lib/radar/explore/fuzzy.ts';
import { createSearch } from '#lib/radar/explore/search.ts';
import type { SearchResult } from '#lib/radar/explore/search.ts';
import { paramsFrom, nothingAsked, unknownIn, askedFromSearch } from '#lib/radar/explore/asked.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';
import { Steps } from './steps.svelte.ts';
import { afterFrame } from './after-frame.ts';
import { passFocus } from './pass-focus.ts';
import { whenIdle } from './when-idle.ts';

type MisspellingModule = { createFuzzySearch: typeof createFuzzySearch };

interface Listed {
	matching: ReadonlySet<string> | null;
	reasons: SearchResult | null;
	/** Before zoom and filters. */
	searched: readonly Blip[];
}

const UNHEARD_OF = '~~~~';
const UNFORGIVING: MisspellingModule = { createFuzzySearch: () => () => new Map() };
/** With more hits, the list gives no reasons. */
const MOST_REASONS = 120;

export const [getExplorer, setExplorer] = createContext<Explorer>();

/** Every view is an address; filters never ask the server. */
export class Explorer {
	readonly #edition: () => EditionPage;
	readonly #steps = new Steps('/', () => this.onleave?.());
	#misspelling = $state.raw<MisspellingModule | null>(null);
	#isPrepared = false;

	/** Still loads; choices already apply to it. */
	#opening: Pick<Asked, 'edition'> | null = null;

	/** True for one frame: only the chart is up to date. */
	#isListBehind = $state.raw(false);
	#listed: Listed | undefined;

	readonly snapshot = this.#steps.snapshot;

	pointed = $state.raw<string | null>(null);
	onleave: (() => void) | null = null;

	isAsked = $state.raw(false);

	readonly view: Asked = $derived(askedFromSearch(this.#steps.params));
	readonly edition: EditionPage = $derived.by(() => this.#edition());
	readonly query: string = $derived(this.view.query);
	readonly isTyping: boolean = $derived(this.#steps.isTyping);

	// As text: other changes do not filter again.
	readonly #filterParams = $derived(
		paramsFrom({ ...nothingAsked(), filter: this.view.filter }).toString()
	);
	readonly filter: Filter = $derived(askedFromSearch(this.#filterParams).filter);
	readonly chosen: number = $derived(
		FACET_IDS.reduce((sum, id) => sum + this.filter[id].length, 0)
	);
	readonly segment: string | null = $derived(
		this.edition.segments.some(({ name }) => name === this.view.segment) ? this.view.segment : null
	);
	readonly chart = $derived(chartOf(this.edition, this.segment));

	readonly #search = $derived(createSearch(this.edition.blips));
	readonly #forgive = $derived(this.#misspelling?.createFuzzySearch(this.edition.blips) ?? null);
	readonly found = $derived(
		this.query === '' ? null : this.#search(this.query, () => this.#forgive)
	);
	readonly unknown = $derived(
		unknownIn(
			this.#steps.params,
			this.edition.segments.map(({ name }) => name)
		)
	);
	readonly isLooking: boolean = $derived(this.found?.hits.size === 0 && this.#misspelling === null);
	readonly #searched = $derived(
		this.edition.blips.filter(({ id }) => this.found === null || this.found.hits.has(id))
	);
	readonly #considered = $derived(
		this.segment === null
			? this.#searched
			: this.#searched.filter(({ category }) => category === this.segment)
	);
	readonly reasons = $derived(
		this.found !== null && this.found.hits.size <= MOST_REASONS ? this.found : null
	);
	readonly isNarrowed: boolean = $derived(
		this.found !== null || this.segment !== null || isFiltering(this.filter)
	);
	readonly matching: ReadonlySet<string> | null = $derived(
		this.isNarrowed ? matchingIds(this.filter, this.#considered) : null
	);
	readonly listed: Listed = $derived.by(() => {
		if (!this.#isListBehind || this.#listed === undefined) {
			const { matching, reasons } = this;
			this.#listed = { matching, reasons, searched: this.#searched };
		}
		return this.#listed;
	});
	readonly counts = $derived(countFacets(this.filter, this.listed.searched, this.segment));
	readonly opened = $derived(
		this.view.project === null
			? null
			: (this.edition.blips.find(({ id }) => id === this.view.project) ?? null)
	);
	readonly shownParams: string = $derived(
		paramsFrom({ ...this.view, project: null, names: true }).toString()
	);

	/** The table filters instead of zooming. */
	readonly tableParams: string = $derived.by(() => {
		const { filter, segment } = this;
		if (segment === null) return this.paramsOf({});
		return this.paramsOf({ segment: null, filter: { ...filter, category: [segment] } });
	});

	constructor(edition: () => EditionPage, misspelling: MisspellingModule | null) {
		this.#edition = edition;
		this.#misspelling = misspelling;
	}

	matches(id: string): boolean {
		return this.matching === null || this.matching.has(id);
	}

	async prepareSearch(): Promise<void> {
		this.isAsked = true;
		if (this.#isPrepared) return;
		this.#isPrepared = true;
		this.#search(UNHEARD_OF, () => null);
		this.#misspelling ??= await import('#lib/radar/explore/fuzzy.ts').catch(() => UNFORGIVING);
		// Builds the index before the first typo.
		whenIdle(() => this.#search(UNHEARD_OF, () => this.#forgive));
	}

	search(text: string): void {
		void this.prepareSearch();
		this.#letOthersFollow();
		this.#steps.type(this.paramsOf({ query: text }));
	}

	leaveSearch(): void {
		this.#steps.leaveSearch();
	}

	/** Also undoes its step. */
	clearSearch(): void {
		this.#letOthersFollow();
		this.#steps.type(this.paramsOf({ query: '' }), () => this.isTyping && this.#goBackTo({}));
	}

	/** A value elsewhere ends the zoom. */
	toggle(facet: FacetId, value: string): void {
		this.isAsked = true;
		const isAdded = !this.filter[facet].includes(value);
		const leaves = isAdded && this.segment !== null && isElsewhere(this.segment, facet, value);
		const filter = toggled(this.filter, facet, value);
		this.#show(leaves ? { filter, segment: null } : { filter });
	}

	readonly cleared = { query: '', filter: emptyFilter(), segment: null };

	clear(): void {
		this.#show(this.cleared);
	}

	/** Only the first adds a step: "back" closes all. */
	open(id: string): void {
		this.#show({ project: id }, { replaces: this.view.project !== null });
	}

	/** Adds no history step. */
	close(): void {
		const change = { project: null };
		if (!this.#goBackTo(change)) this.#show(change, { replaces: true });
	}

	zoom(segment: string | null): void {
		this.onleave?.();
		this.#show({ segment });
	}

	showNames(names: boolean): void {
		this.#show({ names });
	}

	async chooseEdition(edition: string | null): Promise<void> {
		const opening = { edition };
		this.#opening = opening;
		await this.#steps.load(this.paramsOf({}));
		if (this.#opening === opening) this.#opening = null;
	}

	paramsOf(change: Partial<Asked>): string {
		const { segment } = this;
		return paramsFrom({ ...this.view, segment, ...this.#opening, ...change }).toString();
	}

	dispose(): void {
		this.#steps.dispose();
		this.onleave?.();
	}

	#letOthersFollow(): void {
		this.#isListBehind = true;
		afterFrame(() => (this.#isListBehind = false));
	}

	#show(change: Partial<Asked>, how?: { replaces: boolean }): void {
		void passFocus(() => this.#steps.choose(this.paramsOf(change), how));
	}

	#goBackTo(change: Partial<Asked>): boolean {
		const wanted = this.paramsOf(change);
		return this.#steps.goBackTo(
			({ pathname, search }) =>
				pathname === location.pathname && paramsFrom(askedFromSearch(search)).toString() === wanted
		);
	}
}
