/** A part of the landscape, and how many items it holds. */
export interface Sized {
	name: string;
	items: number;
}

/** In their order, into at most `parts` groups of about the same size; none is empty. */
export function fold<T extends Sized>(all: readonly T[], parts: number): T[][] {
	const groups: T[][] = [];
	let rest = [...all];
	for (let left = Math.min(parts, all.length); left > 0; left -= 1) {
		const share = rest.reduce((sum, { items }) => sum + items, 0) / left;
		const group: T[] = [];
		let held = 0;
		while (rest.length > left - 1) {
			const [next] = rest;
			if (next === undefined) break;
			const over = held + next.items - share;
			if (left > 1 && group.length > 0 && over > share - held) break;
			group.push(next);
			held += next.items;
			rest = rest.slice(1);
		}
		groups.push(group);
	}
	return groups;
}

/** Whole degrees by items, at least `least` each, 360 in all. */
export function angles(all: readonly Sized[], least: number): number[] {
	const room = 360 - least * all.length;
	const total = all.reduce((sum, { items }) => sum + items, 0) || all.length;
	const made = all.map(({ items }) => least + Math.floor((room * items) / total));
	const first = made[0] ?? 0;
	return made.map((angle, i) =>
		i === 0 ? first + 360 - made.reduce((sum, one) => sum + one, 0) : angle
	);
}
