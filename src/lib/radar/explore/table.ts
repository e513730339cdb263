import { COLUMN_SETS, type Column, type ColumnSet } from './table-columns.ts';
import type { TableRow } from './table-row.ts';

export interface TableShape {
	sort: string;
	direction: 'asc' | 'desc';
	sets: ColumnSet[];
}

export const plainShape = (): TableShape => ({ sort: 'ring', direction: 'asc', sets: [] });

const isSet = (value: string): value is ColumnSet =>
	(COLUMN_SETS as readonly string[]).includes(value) && value !== 'core';

/** Parameters of the shape in an address. */
export const SHAPE_PARAMS = ['sort', 'dir', 'cols'] as const;

/** Never throws: ignores unknown input. */
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

/** In place of the shape in `params`; omits defaults. */
export function withShape(params: URLSearchParams, shape: TableShape): URLSearchParams {
	const all = new URLSearchParams(params);
	for (const key of SHAPE_PARAMS) all.delete(key);
	const plain = plainShape();
	if (shape.sort !== plain.sort || shape.direction !== plain.direction) {
		all.set('sort', shape.sort);
		all.set('dir', shape.direction);
	}
	for (const set of shape.sets) all.append('cols', set);
	return all;
}

/** First click: the column's own direction; then reversed. */
export function sortedBy(shape: TableShape, column: Column): TableShape {
	const direction =
		shape.sort !== column.id ? column.first : shape.direction === 'asc' ? 'desc' : 'asc';
	return { ...shape, sort: column.id, direction };
}

/** Rows without a value come last. */
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
