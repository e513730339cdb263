/** A stretch of a text: from, and up to but not including. */
export type Range = readonly [from: number, to: number];

/** A text cut at the ranges, in order; `hit` pieces are to be marked. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; hit: boolean }[] {
	const list: { text: string; hit: boolean }[] = [];
	let at = 0;
	for (const [from, to] of ranges) {
		if (from > at) list.push({ text: text.slice(at, from), hit: false });
		list.push({ text: text.slice(from, to), hit: true });
		at = to;
	}
	if (at < text.length) list.push({ text: text.slice(at), hit: false });
	return list;
}
