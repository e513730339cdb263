import { building } from '$app/env';
import { beforeNavigate, disableScrollHandling, goto, onNavigate } from '$app/navigation';
import { resolve } from '$app/paths';
import { navigating, page } from '$app/state';
import type { Snapshot } from '@sveltejs/kit';
import type { ResolvedPathname } from '$app/types';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import { afterFrame } from './after-frame.ts';
import { stepBefore } from './step-before.ts';

const REST_MS = 250;

const queryOf = (params: string): string => askedFromSearch(params).query;

/** The router is slow: the address follows. */
export class Steps {
	readonly #path: '/' | '/table';
	readonly #address: string = $derived(building ? '' : page.url.searchParams.toString());
	#ahead = $state.raw<string | null>(null);
	readonly params: string = $derived(this.#ahead ?? this.#address);
	#isTyped = $state.raw(false);
	readonly isTyping: boolean = $derived(
		this.#isTyped && queryOf(this.params) !== queryOf(this.#address)
	);

	#timer: ReturnType<typeof setTimeout> | undefined;
	#due: { params: string; replaceState: boolean } | undefined;
	/** One at a time: the router drops a step for the next. */
	#written: Promise<void> = Promise.resolve();
	#searchedBefore: string | null = null;
	#isGoingBack = false;
	#staysThere = false;
	#scrolled: number | null = null;

	/** A shorter view may scroll the page before the router reads its place. */
	readonly snapshot: Snapshot<number | null> = {
		capture: () => (this.#scrolled === scrollY ? null : this.#scrolled),
		restore: (top) => {
			if (top !== null && !this.#staysThere) scrollTo({ top });
		}
	};

	constructor(path: '/' | '/table', onleave?: () => void) {
		this.#path = path;
		beforeNavigate(({ type, willUnload, from, to, cancel }) => {
			const isStep = type === 'goto' && to?.url.pathname === from?.url.pathname;
			if (isStep || willUnload) return;
			if (this.#due === undefined || type === 'popstate' || to === null) return this.dispose();
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
				disableScrollHandling();
				this.#isGoingBack = false;
				return () => this.#follow();
			}
			this.dispose();
			this.#follow();
			onleave?.();
		});
	}

	type(params: string, instead?: () => boolean): void {
		void this.#writeDue();
		this.dispose();
		this.#show(params, true);
		this.#timer = setTimeout(() => {
			if (!instead?.()) this.#writeSearch();
		}, REST_MS);
	}

	#writeSearch(): void {
		this.dispose();
		if (!this.isTyping) this.#follow();
		if (this.#ahead === null) return;
		const isBegun = this.#searchedBefore !== null;
		this.#searchedBefore ??= queryOf(this.#address);
		void this.#write(this.#ahead, isBegun);
	}

	leaveSearch(): void {
		// Going back blurs the field.
		if (navigating.type === 'popstate') return;
		const query = queryOf(this.params);
		if (this.#timer !== undefined) this.#writeSearch();
		if (query !== this.#searchedBefore) this.#searchedBefore = null;
	}

	choose(params: string, { replaces = false } = {}): void {
		void this.#writeDue();
		const due = { params, replaceState: this.#begin() || replaces };
		this.#show(params, false);
		this.#due = due;
		afterFrame(() => {
			if (this.#due === due) void this.#writeDue();
		});
	}

	load(params: string): Promise<void> {
		void this.#writeDue();
		return this.#write(params, this.#begin());
	}

	#begin(): boolean {
		this.dispose();
		const isIdle = this.#searchedBefore === queryOf(this.#address);
		this.#searchedBefore = null;
		return isIdle;
	}

	/** False without the Navigation API. */
	goBackTo(isWanted: (address: URL) => boolean): boolean {
		const before = this.#due === undefined ? stepBefore() : null;
		if (before === null || !isWanted(before.address)) return false;
		this.dispose();
		this.#isGoingBack = true;
		navigation.traverseTo(before.key);
		return true;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#due = undefined;
	}

	hrefOf(params: string): ResolvedPathname {
		return params === '' ? resolve(this.#path) : resolve(`${this.#path}?${params}`);
	}

	#show(params: string, isTyped: boolean): void {
		if (this.#ahead === null) this.#scrolled = scrollY;
		this.#ahead = params;
		this.#isTyped = isTyped;
	}

	#follow(): void {
		this.#ahead = null;
		this.#scrolled = null;
	}

	#writeDue(): Promise<void> {
		const due = this.#due;
		this.#due = undefined;
		return due ? this.#write(due.params, due.replaceState) : this.#written;
	}

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
