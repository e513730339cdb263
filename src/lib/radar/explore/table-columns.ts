import { lostItsRing, movementText } from '#lib/radar/edition/moves/words.ts';
import { distinctPaths, formatPath } from '#lib/radar/landscape/path.ts';
import type { RowModel, TableRow } from './table-row.ts';
import { MATURITIES, MOVEMENTS, ringIndex } from '#lib/radar/words/vocabulary.ts';

/** `core` is always on. */
export const COLUMN_SETS = ['core', 'judgement', 'points', 'facts', 'observed', 'days'] as const;
export type ColumnSet = (typeof COLUMN_SETS)[number];

export const COLUMN_SET_WORDS: Record<ColumnSet, string> = {
	core: 'In short',
	judgement: 'Judgement',
	points: 'Points',
	facts: 'Facts',
	observed: 'Observed values',
	days: 'Days observed'
};

export interface Column {
	id: string;
	label: string;
	set: ColumnSet;
	/** Null sorts last both ways. */
	value: (row: TableRow) => number | string | null;
	numeric: boolean;
	digits?: number;
	/** Best first. */
	first: 'asc' | 'desc';
}

const text = (
	id: string,
	label: string,
	set: ColumnSet,
	value: (row: TableRow) => string | null
): Column => ({ id, label, set, value, numeric: false, first: 'asc' });

const number = (
	id: string,
	label: string,
	set: ColumnSet,
	value: (row: TableRow) => number | null,
	digits = 0
): Column => ({ id, label, set, value, numeric: true, digits, first: 'desc' });

const ordered = (
	id: string,
	label: string,
	set: ColumnSet,
	value: (row: TableRow) => number | null
): Column => ({ id, label, set, value, numeric: false, first: 'asc' });

const CONFIDENCE_ORDER = { high: 0, medium: 1, low: 2 } as const;
const TREND_ORDER = { rising: 0, steady: 1, falling: 2 } as const;

const FIXED: readonly Column[] = [
	text('name', 'Project', 'core', ({ name }) => name.toLowerCase()),
	ordered('ring', 'Ring', 'core', ({ ring, score }) =>
		ring === null ? null : ringIndex(ring) + (100 - (score ?? 0)) / 1000
	),
	number('score', 'Score', 'core', ({ score }) => score, 1),
	ordered('movement', 'Movement', 'core', (row) =>
		movementText(row) === null
			? null
			: lostItsRing(row)
				? MOVEMENTS.length
				: MOVEMENTS.indexOf(row.movement)
	),
	text('category', 'Segment', 'core', ({ category }) => category),
	text('subcategory', 'Subcategory', 'core', ({ subcategory }) => subcategory),
	ordered('trend', 'Momentum', 'core', ({ trend }) => (trend === null ? null : TREND_ORDER[trend])),
	ordered('confidence', 'Confidence', 'core', ({ ring, confidence }) =>
		ring === null ? null : CONFIDENCE_ORDER[confidence]
	),
	ordered('maturity', 'Maturity', 'core', ({ maturity }) =>
		maturity === null ? null : MATURITIES.length - MATURITIES.indexOf(maturity)
	),
	text('licenseClass', 'Licence class', 'core', ({ licenseClass }) => licenseClass),
	text('language', 'Language', 'core', ({ language }) => language),
	number('stars', 'Stars', 'core', ({ stars }) => stars),

	ordered('previousRing', 'Ring before', 'judgement', ({ previousRing }) =>
		previousRing === null ? null : ringIndex(previousRing)
	),
	number('momentum', 'Momentum, ln', 'judgement', ({ momentum }) => momentum, 2),
	number('confidenceShare', 'Known', 'judgement', ({ confidenceShare }) => confidenceShare, 2),
	number('stability', 'Stability of the ring', 'judgement', ({ stability }) => stability, 2),
	number(
		'withoutCncf',
		'Score without maturity',
		'judgement',
		({ withoutCncf }) => withoutCncf?.score ?? null,
		1
	),
	ordered('ringWithoutCncf', 'Ring without maturity', 'judgement', ({ withoutCncf }) =>
		withoutCncf === null ? null : ringIndex(withoutCncf.ring)
	),
	text('others', 'On other radars', 'judgement', ({ others }) => others),
	text('gates', 'Gates that acted', 'judgement', ({ gates }) => gates.join(', ') || null),
	text('notRated', 'Why not rated', 'judgement', ({ notRated }) => notRated),

	text('id', 'Id', 'facts', ({ id }) => id),
	text('repository', 'Repository', 'facts', ({ repository }) => repository?.toLowerCase() ?? null),
	text('homepage', 'Homepage', 'facts', ({ homepage }) => homepage),
	text('license', 'Licence', 'facts', ({ license }) => license),
	text('archived', 'Archived', 'facts', ({ archived }) => (archived ? 'yes' : 'no')),
	text('paths', 'Places in the landscape', 'facts', ({ paths }) =>
		distinctPaths(paths).map(formatPath).join('; ')
	),
	number('x', 'Position, x', 'facts', ({ x }) => x, 1),
	number('y', 'Position, y', 'facts', ({ y }) => y, 1)
];

export function tableColumns(model: RowModel): Column[] {
	const points = model.dimensions.map(({ id, label, weight }, i) =>
		number(`points-${id}`, `${label}, of ${weight}`, 'points', ({ won }) => won[i] ?? null, 1)
	);
	const observed = model.metrics.map(({ id, label }, i): Column => ({
		id: `value-${id}`,
		label,
		set: 'observed',
		value: ({ values }) => values[i] ?? null,
		numeric: true,
		digits: 2,
		first: 'desc'
	}));
	const days = model.metrics.map(({ id, label }, i) =>
		text(`day-${id}`, `${label}: day`, 'days', ({ days }) => days[i] ?? null)
	);
	const at = FIXED.findIndex(({ set }) => set === 'facts');
	return [...FIXED.slice(0, at), ...points, ...FIXED.slice(at), ...observed, ...days];
}
