import type { Mark } from '#lib/radar/chart/chart.ts';
import { neighbour, type Direction } from '#lib/radar/chart/neighbour.ts';

const ARROWS: Partial<Record<string, Direction>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down'
};

export const linkAt = (event: Event): string | undefined =>
	event.target instanceof Element
		? event.target.closest<SVGAElement>('a[data-project]')?.dataset.project
		: undefined;

const linkOf = (chart: Element, id: string) =>
	chart.querySelector<SVGAElement>(`a[data-project="${CSS.escape(id)}"]`);

/** One tab stop; arrow keys, Home and End lead on. */
export class Walk {
	readonly #marks: () => readonly Mark[];
	readonly #matching: () => readonly Mark[];

	walked = $state.raw<string | null>(null);
	/** Null for an empty chart. */
	readonly tabStop: string | null = $derived.by(() => {
		const matching = this.#matching();
		if (matching.some(({ id }) => id === this.walked)) return this.walked;
		return matching[0]?.id ?? this.#marks()[0]?.id ?? null;
	});

	/** `matching`: the blips that keys reach. */
	constructor(marks: () => readonly Mark[], matching = marks) {
		this.#marks = marks;
		this.#matching = matching;
	}

	readonly onkeydown = (event: KeyboardEvent & { currentTarget: Element }): void => {
		const id = linkAt(event);
		const from = this.#marks().find((mark) => mark.id === id);
		if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
		const matching = this.#matching();
		const direction = ARROWS[event.key];
		const to = direction
			? neighbour(from, direction, matching)
			: event.key === 'Home'
				? matching[0]
				: event.key === 'End'
					? matching.at(-1)
					: undefined;
		if (to === undefined) return;
		event.preventDefault();
		if (to === null) return;
		this.walked = to.id;
		linkOf(event.currentTarget, to.id)?.focus();
	};

	/** Updates two blips, not all. */
	readonly keepTabStop = (chart: Element): void => {
		// Elements change with the marks.
		void this.#marks();
		if (this.tabStop === null) return;
		for (const other of chart.querySelectorAll('a[data-project][tabindex="0"]')) {
			other.setAttribute('tabindex', '-1');
		}
		linkOf(chart, this.tabStop)?.setAttribute('tabindex', '0');
	};
}
