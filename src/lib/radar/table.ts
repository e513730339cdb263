import { distinctPaths, formatPath } from './path.ts';
import type { RowModel, TableRow } from './table-row.ts';
import { MATURITIES, MOVEMENTS, ringIndex } from './vocabulary.ts';

/** Columns come in sets that are shown or left out together; `core` is always shown. */
export const COLUMN_SETS = ['core', 'judgement', 'points', 'facts', 'observed'] as const;
export type ColumnSet = (typeof COLUMN_SETS)[number];

export const COLUMN_SET_WORDS: Record<ColumnSet, string> = {
	core: 'In short',
	judgement: 'Judgement',
	points: 'Points',
	facts: 'Facts',
	observed: 'Observed values'
};

export interface Column {
	id: string;
	label: string;
	set: ColumnSet;
	/** What it is sorted by and, unless drawn, shown as. Null goes last either way. */
	value: (row: TableRow) => number | string | null;
	numeric: boolean;
	/** Digits after the point, for numbers. */
	digits?: number;
	/** What is best comes first when the column is first chosen. */
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

/** A word with an order of its own: sorted by its place, shown by its own cell. */
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
	ordered('movement', 'Movement', 'core', ({ movement }) => MOVEMENTS.indexOf(movement)),
	text('category', 'Segment', 'core', ({ category }) => category),
	text('subcategory', 'Subcategory', 'core', ({ subcategory }) => subcategory),
	ordered('trend', 'Momentum', 'core', ({ trend }) => (trend === null ? null : TREND_ORDER[trend])),
	ordered('confidence', 'Confidence', 'core', ({ ring, confidence }) =>
		ring === null ? null : CONFIDENCE_ORDER[confidence]
	),
	ordered('maturity', 'CNCF', 'core', ({ maturity }) =>
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
		'Score without CNCF',
		'judgement',
		({ withoutCncf }) => withoutCncf?.score ?? null,
		1
	),
	ordered('ringWithoutCncf', 'Ring without CNCF', 'judgement', ({ withoutCncf }) =>
		withoutCncf === null ? null : ringIndex(withoutCncf.ring)
	),
	text('gates', 'Gates that acted', 'judgement', ({ gates }) => gates.join(', ') || null),
	text('notRated', 'Why not rated', 'judgement', ({ notRated }) => notRated),

	text('repository', 'Repository', 'facts', ({ repository }) => repository?.toLowerCase() ?? null),
	text('homepage', 'Homepage', 'facts', ({ homepage }) => homepage),
	text('license', 'Licence', 'facts', ({ license }) => license),
	text('archived', 'Archived', 'facts', ({ archived }) => (archived ? 'yes' : 'no')),
	text('paths', 'Places in the landscape', 'facts', ({ paths }) =>
		distinctPaths(paths).map(formatPath).join('; ')
	)
];

/** All columns of a model, in order. */
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
	const at = FIXED.findIndex(({ set }) => set === 'facts');
	return [...FIXED.slice(0, at), ...points, ...FIXED.slice(at), ...observed];
}

/** How the table is shown, beside what the view filters. */
export interface TableShape {
	/** Column that it is sorted by. */
	sort: string;
	direction: 'asc' | 'desc';
	/** Sets shown beside `core`. */
	sets: ColumnSet[];
}

export const plainShape = (): TableShape => ({ sort: 'ring', direction: 'asc', sets: [] });

const isSet = (value: string): value is ColumnSet =>
	(COLUMN_SETS as readonly string[]).includes(value) && value !== 'core';

/** Reads the shape from an address. Never throws: what it does not know it leaves out. */
export function shapeFromParams(params: URLSearchParams, columns: readonly Column[]): TableShape {
	const sort = columns.find(({ id }) => id === params.get('sort'));
	const asked = new Set(params.getAll('cols').filter(isSet));
	const sets = COLUMN_SETS.filter((set) => asked.has(set));
	if (sort === undefined) return { ...plainShape(), sets };
	const direction = params.get('dir');
	return {
		sort: sort.id,
		direction: direction === 'asc' || direction === 'desc' ? direction : sort.first,
		sets
	};
}

/** Adds the shape to the parameters of a view; what is as on a bare address is left out. */
export function withShape(params: URLSearchParams, shape: TableShape): URLSearchParams {
	const all = new URLSearchParams(params);
	const plain = plainShape();
	if (shape.sort !== plain.sort || shape.direction !== plain.direction) {
		all.set('sort', shape.sort);
		all.set('dir', shape.direction);
	}
	for (const set of shape.sets) all.append('cols', set);
	return all;
}

/** The shape after a column's head was pressed: its own best first, then the other way round. */
export function sortedBy(shape: TableShape, column: Column): TableShape {
	const direction =
		shape.sort !== column.id ? column.first : shape.direction === 'asc' ? 'desc' : 'asc';
	return { ...shape, sort: column.id, direction };
}

/** Rows in order; rows without a value last either way, equal ones by name. */
export function sortRows(
	rows: readonly TableRow[],
	column: Column,
	direction: TableShape['direction']
): TableRow[] {
	const sign = direction === 'asc' ? 1 : -1;
	return rows
		.map((row) => ({ row, value: column.value(row) }))
		.sort((a, b) => {
			if (a.value === null || b.value === null) {
				if (a.value !== b.value) return a.value === null ? 1 : -1;
			} else {
				const order = compared(a.value, b.value);
				if (order !== 0) return sign * order;
			}
			return compared(a.row.name.toLowerCase(), b.row.name.toLowerCase());
		})
		.map(({ row }) => row);
}

function compared(a: number | string, b: number | string): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
