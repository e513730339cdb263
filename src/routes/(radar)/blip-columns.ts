import { fromColumns, toColumns, type Columns } from '#lib/radar/chart/columns.ts';
import type { Blip } from '#lib/radar/model/placement.ts';

/** `paths` null: the only one is the blip's category and subcategory, as for nearly all. */
type SentBlip = Omit<Blip, 'paths'> & { paths: Blip['paths'] | null };

export type BlipColumns = Columns<SentBlip>;

export const packBlips = (blips: readonly Blip[]): BlipColumns =>
	toColumns(blips.map((blip) => ({ ...blip, paths: isOnlyPath(blip) ? null : blip.paths })));

/** The inverse of {@link packBlips}. */
export const unpackBlips = (columns: BlipColumns): Blip[] =>
	fromColumns(columns).map(({ paths, ...blip }) => ({
		...blip,
		paths: paths ?? [{ category: blip.category, subcategory: blip.subcategory }]
	}));

const isOnlyPath = ({ paths: [first, ...others], category, subcategory }: Blip): boolean =>
	others.length === 0 && first?.category === category && first.subcategory === subcategory;
