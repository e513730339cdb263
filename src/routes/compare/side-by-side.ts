/**
 * Lanes of points of one column, so that equal ones do not hide each other: 0 for a point that stands alone; those of a
 * group, each nearer than `reach` to the next, lie one lane apart around 0, in the order given. Null places stay at 0.
 */
export function sideBySide(places: readonly (number | null)[], reach: number): number[] {
	const lanes = places.map(() => 0);
	const sorted = places
		.flatMap((place, at) => (place === null ? [] : [{ place, at }]))
		.sort((a, b) => a.place - b.place);
	let group: number[] = [];
	const spread = () => {
		group.sort((a, b) => a - b).forEach((at, i) => (lanes[at] = i - (group.length - 1) / 2));
		group = [];
	};
	sorted.forEach(({ place, at }, i) => {
		const before = sorted[i - 1];
		if (before && place - before.place >= reach) spread();
		group.push(at);
	});
	spread();
	return lanes;
}
