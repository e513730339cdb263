import { toColumns, type Columns } from './columns.ts';
import { editionStops } from './edition-stops.ts';
import type { Blip, Edition } from '#lib/radar/model/placement.ts';
import { isHollow, shapeOf, type Shape } from './shape.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

/** One entry per edition in every list. */
export interface Track {
	id: string;
	name: string;
	category: string;
	/** Null where absent or not rated. */
	x: (number | null)[];
	y: (number | null)[];
	ring: (Ring | null)[];
	shape: (Shape | null)[];
	hollow: boolean[];
}

export interface History {
	editions: HistoryEdition[];
	projects: Columns<Track>;
}

export type HistoryEdition = Pick<Edition, 'id' | 'date' | 'kind'> & {
	blipRadius: number;
};

export interface HistoryRow extends Pick<Blip, 'name' | 'category' | 'movement' | 'confidence'> {
	edition: string;
	project: string;
	ring: Ring;
	x: number;
	y: number;
	archived: boolean;
}

/** `editions`: all, oldest first. */
export function historyOf(
	editions: readonly HistoryEdition[],
	rows: readonly HistoryRow[]
): History {
	const stops = editionStops(editions);
	const indexOf = new Map(stops.map(({ id }, at) => [id, at]));
	const nowhere = <T>(value: T): T[] => stops.map(() => value);
	const tracks = new Map<string, Track>();
	for (const row of rows) {
		const at = indexOf.get(row.edition);
		if (at === undefined) continue;
		const track = tracks.get(row.project) ?? {
			id: row.project,
			name: row.name,
			category: row.category,
			x: nowhere<number | null>(null),
			y: nowhere<number | null>(null),
			ring: nowhere<Ring | null>(null),
			shape: nowhere<Shape | null>(null),
			hollow: nowhere(false)
		};
		track.x[at] = row.x;
		track.y[at] = row.y;
		track.ring[at] = row.ring;
		track.shape[at] = shapeOf(row);
		track.hollow[at] = isHollow(row);
		tracks.set(row.project, track);
	}
	const key = ({ category, id }: Track) => `${category}\n${id}`;
	return {
		editions: stops,
		projects: toColumns([...tracks.values()].sort(by(key)))
	};
}
