import { disableScrollHandling, goto, onNavigate } from '$app/navigation';
import { navigating } from '$app/state';
import type { ResolvedPathname } from '$app/types';
import { MAX_QUERY } from '#lib/radar/view.ts';
import { stepBefore } from './step-before.ts';

/** How long typing rests before the address follows it. */
const REST_MS = 250;

/**
 * The steps that someone takes through the views of a page, each an address: "back" undoes a choice, "forward" makes it
 * again. All that is typed into the search is one step, until its field is left or something else is chosen.
 */
export class Steps {
	readonly #asked: () => string;
	readonly #href: () => ResolvedPathname;
	/** Typed, and not in the address yet. */
	typed = $state.raw<string | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What was searched for before the search that this step is of; null where it is of none. */
	#searchedBefore: string | null = null;
	#isGoingBack = false;

	/**
	 * Made while the page's component is.
	 *
	 * @param asked The search that the address holds.
	 * @param href The address of the view with what is typed.
	 * @param onleave Told when others than this lead to another view: a link, "back" and "forward".
	 */
	constructor(asked: () => string, href: () => ResolvedPathname, onleave?: () => void) {
		this.#asked = asked;
		this.#href = href;
		onNavigate(({ type }) => {
			if (type === 'goto') return;
			this.#searchedBefore = null;
			if (this.#isGoingBack) {
				// What is closed where one is leaves one there.
				disableScrollHandling();
				this.#isGoingBack = false;
				return;
			}
			this.dispose();
			this.typed = null;
			onleave?.();
		});
	}

	/**
	 * Takes in a search as it is typed; the address follows when typing rests.
	 *
	 * @param instead Tried before the search is written; answers whether there is nothing left to write.
	 */
	type(text: string, instead?: () => boolean): void {
		this.typed = text.slice(0, MAX_QUERY);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (!instead?.()) this.#writeSearch();
		}, REST_MS);
	}

	/** Writes into the address what is typed, now. */
	#writeSearch(): void {
		this.dispose();
		const asked = this.#asked();
		if (this.typed === asked) this.typed = null;
		if (this.typed === null) return;
		const isBegun = this.#searchedBefore !== null;
		this.#searchedBefore ??= asked;
		void this.#go(this.#href(), isBegun);
	}

	/** For when the search's field is left: the next letter is another step. */
	leaveSearch(): void {
		// The router takes the focus away while it goes back.
		if (navigating.type === 'popstate') return;
		const query = this.typed ?? this.#asked();
		if (this.#timer !== undefined) this.#writeSearch();
		if (query !== this.#searchedBefore) this.#searchedBefore = null;
	}

	/** Goes to a view that was chosen; one that only replaces another is no step of its own. Done when it is shown. */
	choose(href: ResolvedPathname, { replaces = false } = {}): Promise<void> {
		this.dispose();
		const isIdle = this.#isIdle();
		this.#searchedBefore = null;
		return this.#go(href, replaces || isIdle);
	}

	/**
	 * Goes back if the step before shows what is wanted, so that closing something leaves no step that shows the same
	 * again. Answers whether it does; never in browsers that do not tell what was before.
	 */
	goBackTo(isWanted: (address: URL) => boolean): boolean {
		const before = stepBefore();
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
	}

	/** Whether the step is that of a search which was taken away again: what comes next takes its place. */
	#isIdle(): boolean {
		return this.#searchedBefore === this.#asked();
	}

	async #go(href: ResolvedPathname, replaceState: boolean): Promise<void> {
		const { typed } = this;
		await goto(href, { replaceState, keepFocus: true, noScroll: true });
		if (this.typed === typed) this.typed = null;
	}
}
