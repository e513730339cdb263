import { fromColumns, toColumns, type Columns } from '#lib/radar/chart/columns.ts';
import type { PlacedName } from './name-places.ts';
import type { SentNames } from './names.ts';

interface Packed extends Pick<PlacedName, 'x' | 'y' | 'anchor'> {
	/** Index among the blips. */
	at: number;
	/** Null: as the blip is called. */
	name: string | null;
	leader: readonly [x1: number, y1: number, x2: number, y2: number] | null;
}

type Named = readonly { id: string; name: string }[];

export type NameColumns = Record<keyof SentNames, Columns<Packed>>;

/** Names by their blips' index; a third of the size. */
export function packNames(names: SentNames, blips: Named): NameColumns {
	const indexes = new Map(blips.map(({ id }, at) => [id, at]));
	const packed = (placed: readonly PlacedName[]) =>
		toColumns(
			placed.flatMap(({ id, name, x, y, anchor, leader }): Packed[] => {
				const at = indexes.get(id);
				if (at === undefined) return [];
				const ends = leader && ([leader[0].x, leader[0].y, leader[1].x, leader[1].y] as const);
				return [{ at, name: blips[at]?.name === name ? null : name, x, y, anchor, leader: ends }];
			})
		);
	return { large: packed(names.large), small: packed(names.small) };
}

/** The inverse of {@link packNames}. */
export function unpackNames({ large, small }: NameColumns, blips: Named): SentNames {
	const placed = (columns: Columns<Packed>) =>
		fromColumns(columns).flatMap(({ at, name, x, y, anchor, leader }): PlacedName[] => {
			const blip = blips[at];
			if (blip === undefined) return [];
			const ends =
				leader &&
				([
					{ x: leader[0], y: leader[1] },
					{ x: leader[2], y: leader[3] }
				] as const);
			return [{ id: blip.id, name: name ?? blip.name, x, y, anchor, leader: ends }];
		});
	return { large: placed(large), small: placed(small) };
}
