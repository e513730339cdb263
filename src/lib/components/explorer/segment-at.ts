/** The segment that a clicked link zooms into; undefined for anything else. */
export const segmentAt = ({ target }: Event): string | undefined =>
	target instanceof Element
		? target.closest<HTMLElement | SVGElement>('[data-segment]')?.dataset.segment
		: undefined;
