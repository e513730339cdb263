import { toColumns, type Columns } from './columns.ts';
import { editionStops } from './edition-stops.ts';
import type { Blip, Edition } from '#lib/radar/model/placement.ts';
import { isHollow, shapeOf, type Shape } from './shape.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** A project through the editions: one entry an edition in every list. */
export interface Track {
	id: string;
	name: string;
	/** The segment in which it is drawn. */
	category: string;
	/** Null where it is not on the chart: it does not stand in the edition, or is not rated. */
	x: (number | null)[];
	y: (number | null)[];
	ring: (Ring | null)[];
	shape: (Shape | null)[];
	/** Drawn as an outline: too little is known to be sure. */
	hollow: boolean[];
}

/** Where every project stood in every edition: all that the slider draws. */
export interface History {
	/** Oldest first. */
	editions: HistoryEdition[];
	/** Every project that was ever on the chart, sorted by segment and id. */
	projects: Columns<Track>;
}

export type HistoryEdition = Pick<Edition, 'id' | 'date' | 'kind'> & {
	/** Radius of its blips, in the radar's units. */
	blipRadius: number;
};

/** A rated project in one edition. */
export interface HistoryRow extends Pick<Blip, 'name' | 'category' | 'movement' | 'confidence'> {
	edition: string;
	project: string;
	ring: Ring;
	x: number;
	y: number;
	archived: boolean;
}

/** Gathers placements into a track a project, over the editions that the slider stops at. `editions`: all, oldest first. */
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
		projects: toColumns([...tracks.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)))
	};
}
