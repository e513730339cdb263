import { byName } from '#lib/radar/words/by-name.ts';
import { fromColumns, toColumns, type Columns } from '#lib/radar/chart/columns.ts';
import type { Blip } from '#lib/radar/model/placement.ts';

export type Drawn = Pick<Blip, 'id' | 'name' | 'x' | 'y'>;

/** Stored once per combination of values. */
const COMMON = [
	['category', 'subcategory', 'paths'],
	['ring', 'movement', 'lacksData', 'previousRing'],
	['confidence', 'borderline', 'archived'],
	['notRated'],
	['maturity'],
	['license', 'licenseClass'],
	['language'],
	['trend']
] as const satisfies (keyof Blip)[][];

interface Common {
	values: unknown[][];
	/** Index into `values` per project. */
	at: number[];
}

/** Drawn blips come first and omit what the chart already holds. */
export interface PackedBlips {
	drawn: number;
	told: Columns<Drawn>;
	common: Common[];
	score: Blip['score'][];
	stars: Blip['stars'][];
	/** Omits parts equal to the id: `/` for `kserve/kserve`. */
	repository: Blip['repository'][];
}

export function packBlips(blips: readonly Blip[], drawn: number): PackedBlips {
	return {
		drawn,
		told: toColumns(blips.slice(drawn).map(({ id, name, x, y }) => ({ id, name, x, y }))),
		common: COMMON.map((keys) => commonOf(blips.map((blip) => keys.map((key) => blip[key])))),
		score: blips.map(({ score }) => score),
		stars: blips.map(({ stars }) => stars),
		repository: blips.map(shortRepository)
	};
}

/** Sorted by name; null when the counts differ. */
export function unpackBlips(packed: PackedBlips, drawn: readonly Drawn[]): Blip[] | null {
	if (drawn.length !== packed.drawn) return null;
	return [...drawn, ...fromColumns(packed.told)]
		.map((project, i) => {
			const properties = packed.common.flatMap(({ values, at }, group) =>
				(values[at[i] ?? -1] ?? []).map((value, k) => [COMMON[group]?.[k], value])
			);
			return {
				...project,
				...Object.fromEntries(properties),
				score: packed.score[i],
				stars: packed.stars[i],
				repository: longRepository(packed.repository[i] ?? null, project.id)
			} as Blip;
		})
		.sort(byName);
}

function commonOf(rows: unknown[][]): Common {
	const known = new Map<string, number>();
	const values: unknown[][] = [];
	const at = rows.map((row) => {
		const key = JSON.stringify(row);
		const found = known.get(key);
		if (found !== undefined) return found;
		known.set(key, values.length);
		return values.push(row) - 1;
	});
	return { values, at };
}

const shortRepository = ({ repository, id }: Blip): string | null =>
	repository
		?.split('/')
		.map((part) => (part === id ? '' : part))
		.join('/') ?? null;

const longRepository = (short: string | null, id: string): string | null =>
	short
		?.split('/')
		.map((part) => (part === '' ? id : part))
		.join('/') ?? null;
