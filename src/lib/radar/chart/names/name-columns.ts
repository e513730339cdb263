import type { Point } from '#lib/radar/chart/geometry.ts';
import { fromColumns, toColumns, type Columns } from '#lib/radar/chart/columns.ts';
import type { PlacedName } from './name-places.ts';
import { leaderCode, leaderLine, movedLine } from './name-offsets.ts';
import { discRadius, type SentNames } from './names.ts';

interface Packed extends Pick<PlacedName, 'x' | 'y' | 'anchor'> {
	/** Index among the blips. */
	at: number;
	/** Null: as the blip is called. */
	name: string | null;
	/** See {@link leaderLine}. */
	leader: number | null;
}

type Named = readonly { id: string; name: string; x: number | null; y: number | null }[];

const placeOf = ({ x, y }: Named[number]) => ({ x: x ?? 0, y: y ?? 0 });

export type NameColumns = Record<keyof SentNames, Columns<Packed>>;

/** Names by their blips' index; a third of the size. */
export function packNames(names: SentNames, blips: Named): NameColumns {
	const indexes = new Map(blips.map(({ id }, at) => [id, at]));
	const packed = (placed: readonly PlacedName[]) =>
		toColumns(
			placed.flatMap(({ id, name, x, y, anchor, leader }): Packed[] => {
				const at = indexes.get(id);
				const blip = blips[at ?? -1];
				if (at === undefined || blip === undefined) return [];
				const from = placeOf(blip);
				const away = ({ x, y }: Point) => ({ x: x - from.x, y: y - from.y });
				const code = leader && leaderCode([away(leader[0]), away(leader[1])]);
				return [{ at, name: blip.name === name ? null : name, x, y, anchor, leader: code }];
			})
		);
	return { large: packed(names.large), small: packed(names.small) };
}

/** The inverse of {@link packNames}. `blipRadius`: of the chart that they were placed on. */
export function unpackNames(columns: NameColumns, blips: Named, blipRadius: number): SentNames {
	const placed = (size: keyof SentNames) =>
		fromColumns(columns[size]).flatMap(({ at, name, x, y, anchor, leader }): PlacedName[] => {
			const blip = blips[at];
			if (blip === undefined) return [];
			const line =
				leader === null
					? null
					: movedLine(leaderLine(leader, discRadius[size](blipRadius)), placeOf(blip));
			return [{ id: blip.id, name: name ?? blip.name, x, y, anchor, leader: line }];
		});
	return { large: placed('large'), small: placed('small') };
}
