import { building } from '$app/env';
import { beforeNavigate, disableScrollHandling, goto, onNavigate } from '$app/navigation';
import { resolve } from '$app/paths';
import { navigating, page } from '$app/state';
import type { Snapshot } from '@sveltejs/kit';
import type { ResolvedPathname } from '$app/types';
import { viewFromSearch } from '#lib/radar/explore/view.ts';
import { afterFrame } from './after-frame.ts';
import { stepBefore } from './step-before.ts';

/** How long typing rests before the address follows it. */
const REST_MS = 250;

const queryOf = (params: string): string => viewFromSearch(params).query;

/**
 * The steps that someone takes through the views of a page, each an address: "back" undoes a choice, "forward" makes it
 * again. A view is shown at once and the address follows, since the router takes longer than a frame. All that is typed
 * into the search is one step, until its field is left or something else is chosen.
 */
export class Steps {
	readonly #path: '/' | '/table';
	// A page being prerendered has no parameters to read.
	readonly #address: string = $derived(building ? '' : page.url.searchParams.toString());
	/** Shown, and not in the address yet. */
	#ahead = $state.raw<string | null>(null);
	/** The parameters of the view that is shown. */
	readonly params: string = $derived(this.#ahead ?? this.#address);
	/** Whether what is shown was typed last, not chosen. */
	#isTyped = $state.raw(false);
	/** Whether a search is being typed that the address does not hold yet. */
	readonly isTyping: boolean = $derived(
		this.#isTyped && queryOf(this.params) !== queryOf(this.#address)
	);

	/** Writes a typed search into the address. */
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** A choice that goes into the address after its frame. */
	#due: { params: string; replaceState: boolean } | undefined;
	/** Done when all is in the address that was to be: the router gives up a step for the next. */
	#written: Promise<void> = Promise.resolve();
	/** What was searched for before the search that this step is of; null where it is of none. */
	#searchedBefore: string | null = null;
	#isGoingBack = false;
	/** Whether the page is to stay where it stands, since something was closed by going back. */
	#staysThere = false;
	/** Where the page stood before what is ahead of its address; null where nothing is. */
	#scrolled: number | null = null;

	/**
	 * For the page to export: a view that is drawn ahead of its address may be shorter and so have moved the page before
	 * the router sees where it stood.
	 */
	readonly snapshot: Snapshot<number | null> = {
		capture: () => (this.#scrolled === scrollY ? null : this.#scrolled),
		restore: (top) => {
			if (top !== null && !this.#staysThere) scrollTo({ top });
		}
	};

	/**
	 * Made while the page's component is.
	 *
	 * @param path The page's own.
	 * @param onleave Told when others than this lead to another view: a link, "back" and "forward".
	 */
	constructor(path: '/' | '/table', onleave?: () => void) {
		this.#path = path;
		beforeNavigate(({ type, willUnload, from, to, cancel }) => {
			const isStep = type === 'goto' && to?.url.pathname === from?.url.pathname;
			if (isStep || willUnload) return;
			if (this.#due === undefined || type === 'popstate' || to === null) return this.dispose();
			// The step first, and then where it is left for.
			cancel();
			const { pathname, search, hash } = to.url;
			const href = `${pathname}${search}${hash}` as ResolvedPathname;
			void this.#writeDue().then(() => goto(href, { noScroll: pathname === from?.url.pathname }));
		});
		onNavigate(({ type }) => {
			this.#staysThere = this.#isGoingBack;
			if (type === 'goto') return;
			this.#searchedBefore = null;
			if (this.#isGoingBack) {
				// What is closed where one is leaves one there.
				disableScrollHandling();
				this.#isGoingBack = false;
				return () => this.#follow();
			}
			this.dispose();
			this.#follow();
			onleave?.();
		});
	}

	/**
	 * Shows a search as it is typed; the address follows when typing rests.
	 *
	 * @param params Of the view with what is typed.
	 * @param instead Tried before the search is written; answers whether there is nothing left to write.
	 */
	type(params: string, instead?: () => boolean): void {
		void this.#writeDue();
		this.dispose();
		this.#show(params, true);
		this.#timer = setTimeout(() => {
			if (!instead?.()) this.#writeSearch();
		}, REST_MS);
	}

	/** Writes into the address what is typed, now. */
	#writeSearch(): void {
		this.dispose();
		if (!this.isTyping) this.#follow();
		if (this.#ahead === null) return;
		const isBegun = this.#searchedBefore !== null;
		this.#searchedBefore ??= queryOf(this.#address);
		void this.#write(this.#ahead, isBegun);
	}

	/** For when the search's field is left: the next letter is another step. */
	leaveSearch(): void {
		// The router takes the focus away while it goes back.
		if (navigating.type === 'popstate') return;
		const query = queryOf(this.params);
		if (this.#timer !== undefined) this.#writeSearch();
		if (query !== this.#searchedBefore) this.#searchedBefore = null;
	}

	/** Shows a view that was chosen; one that only replaces another is no step of its own. */
	choose(params: string, { replaces = false } = {}): void {
		void this.#writeDue();
		const due = { params, replaceState: this.#begin() || replaces };
		this.#show(params, false);
		this.#due = due;
		afterFrame(() => {
			if (this.#due === due) void this.#writeDue();
		});
	}

	/** Goes to a view that the server has to be asked for. Done when it is shown. */
	load(params: string): Promise<void> {
		void this.#writeDue();
		return this.#write(params, this.#begin());
	}

	/** Begins a step; answers whether it takes the place of one, that of a search which was taken away again. */
	#begin(): boolean {
		this.dispose();
		const isIdle = this.#searchedBefore === queryOf(this.#address);
		this.#searchedBefore = null;
		return isIdle;
	}

	/**
	 * Goes back if the step before shows what is wanted, so that closing something leaves no step that shows the same
	 * again. Answers whether it does; never in browsers that do not tell what was before.
	 */
	goBackTo(isWanted: (address: URL) => boolean): boolean {
		// What is due is no step yet.
		const before = this.#due === undefined ? stepBefore() : null;
		if (before === null || !isWanted(before.address)) return false;
		this.dispose();
		this.#isGoingBack = true;
		navigation.traverseTo(before.key);
		return true;
	}

	/** Stops what is under way; for when the page is left. */
	dispose(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#due = undefined;
	}

	/** The address of a view of the page. */
	hrefOf(params: string): ResolvedPathname {
		return params === '' ? resolve(this.#path) : resolve(`${this.#path}?${params}`);
	}

	#show(params: string, isTyped: boolean): void {
		if (this.#ahead === null) this.#scrolled = scrollY;
		this.#ahead = params;
		this.#isTyped = isTyped;
	}

	/** Shows what the address holds. */
	#follow(): void {
		this.#ahead = null;
		this.#scrolled = null;
	}

	#writeDue(): Promise<void> {
		const due = this.#due;
		this.#due = undefined;
		return due ? this.#write(due.params, due.replaceState) : this.#written;
	}

	/** Puts a view into the address, after those before it. */
	#write(params: string, replaceState: boolean): Promise<void> {
		const ahead = this.#ahead;
		const before = this.#written.catch(() => {});
		this.#written = before.then(async () => {
			if (params !== this.#address) {
				await goto(this.hrefOf(params), { replaceState, keepFocus: true, noScroll: true });
			}
			if (this.#ahead === ahead) this.#follow();
		});
		return this.#written;
	}
}
