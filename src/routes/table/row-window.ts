/** From so many rows on, only those in sight are drawn. */
export const VIRTUAL_FROM = 500;
/** Rows drawn beyond the edge, so that nothing flashes while scrolling. */
const OVERSCAN = 12;

/** Which rows are drawn, and how much room the others take. */
export interface RowWindow {
	from: number;
	/** Up to but not including. */
	to: number;
	/** Heights of what is left out, in pixels. */
	before: number;
	after: number;
}

/** The rows in sight of a scrolled box; all of them when they are few. */
export function rowWindow(
	count: number,
	{ top, height, rowHeight }: { top: number; height: number; rowHeight: number }
): RowWindow {
	if (count <= VIRTUAL_FROM) return { from: 0, to: count, before: 0, after: 0 };
	const shown = Math.ceil(height / rowHeight);
	const first = Math.min(Math.max(0, Math.floor(top / rowHeight)), Math.max(0, count - shown));
	const from = Math.max(0, first - OVERSCAN);
	const to = Math.min(count, first + shown + OVERSCAN);
	return { from, to, before: from * rowHeight, after: (count - to) * rowHeight };
}
