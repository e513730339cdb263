/** Larger tables render only visible rows. */
export const VIRTUAL_FROM = 500;
/** Rows beyond the edge: no flashes while scrolling. */
const OVERSCAN = 12;

export interface RowWindow {
	from: number;
	/** Exclusive. */
	to: number;
	/** Heights left out, in pixels. */
	before: number;
	after: number;
}

/** Small tables show all rows. */
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
