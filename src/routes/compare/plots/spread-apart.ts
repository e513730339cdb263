/** Smallest moves that put all places `reach` apart. Results keep the input order. */
export function spreadApart(places: readonly number[], reach: number): number[] {
	const runs: { members: number[]; middle: number }[] = [];
	const half = ({ members }: { members: number[] }) => (members.length * reach) / 2;
	const sorted = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
	for (const { place, at } of sorted) {
		let run = { members: [at], middle: place };
		for (let before = runs.at(-1); before; before = runs.at(-1)) {
			if (before.middle + half(before) <= run.middle - half(run)) break;
			runs.pop();
			const members = [...before.members, ...run.members];
			const sum = before.middle * before.members.length + run.middle * run.members.length;
			run = { members, middle: sum / members.length };
		}
		runs.push(run);
	}
	const moved = [...places];
	for (const { members, middle } of runs) {
		members.forEach((at, i) => (moved[at] = middle + (i - (members.length - 1) / 2) * reach));
	}
	return moved;
}
