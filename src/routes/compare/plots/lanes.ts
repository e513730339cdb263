/** Lanes for points nearer than `reach`, centred on 0, in input order. Single and null places get 0. */
export function lanesOf(places: readonly (number | null)[], reach: number): number[] {
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
