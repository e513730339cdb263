export const segmentAt = ({ target }: Event): string | undefined =>
	target instanceof Element
		? target.closest<HTMLElement | SVGElement>('[data-segment]')?.dataset.segment
		: undefined;
