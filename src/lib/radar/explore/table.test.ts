import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { plainShape, shapeFromParams, sortedBy, sortRows, withShape } from './table.ts';
import { COLUMN_SETS, tableColumns } from './table-columns.ts';
import type { RowModel, TableRow } from './table-row.ts';

const model: RowModel = {
	dimensions: [
		{ id: 'community', label: 'Community', weight: 30 },
		{ id: 'activity', label: 'Activity', weight: 20 }
	],
	metrics: [{ id: 'authors', label: 'Authors', unit: 'people' }]
};
const columns = tableColumns(model);
const column = (id: string) => {
	const found = columns.find((candidate) => candidate.id === id);
	if (found === undefined) throw new Error(`no column ${id}`);
	return found;
};
const rows = makeEditionView({ count: 60 }).blips.map((blip, i): TableRow => ({
	...blip,
	homepage: null,
	confidenceShare: 0.5,
	momentum: null,
	stability: null,
	others: null,
	withoutCncf: null,
	gates: [],
	won: [i, null],
	values: [i % 3 === 0 ? null : i],
	days: [i % 3 === 0 ? null : `2026-08-${String(1 + (i % 28)).padStart(2, '0')}`]
}));

describe('columns', () => {
	test('hold every dimension and metric of the model, each once', () => {
		const ids = columns.map(({ id }) => id);
		expect(ids).toContain('points-community');
		expect(ids).toContain('value-authors');
		expect(ids).toContain('day-authors');
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('sorting', () => {
	test('by ring: the inner ring first, in it the higher score, not rated last', () => {
		const sorted = sortRows(rows, column('ring'), 'asc');
		const rated = sorted.filter(({ ring }) => ring !== null);
		expect(sorted.slice(0, rated.length)).toEqual(rated);
		const adopt = rated.filter(({ ring }) => ring === 'adopt').map(({ score }) => score ?? 0);
		expect(rated[0]?.ring).toBe('adopt');
		expect(adopt).toEqual([...adopt].sort((a, b) => b - a));
	});

	test('what has no value stands last either way', () => {
		for (const direction of ['asc', 'desc'] as const) {
			const values = sortRows(rows, column('value-authors'), direction).map(
				({ values: [value] }) => value ?? null
			);
			const known = values.filter((value) => value !== null);
			expect(values.slice(known.length).every((value) => value === null)).toBe(true);
			expect(known).toHaveLength(40);
		}
	});

	test('loses and doubles nobody', () => {
		for (const one of columns) {
			const ids = sortRows(rows, one, 'desc').map(({ id }) => id);
			expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
		}
	});
});

describe('the shape and its address', () => {
	test('a bare address is the plain shape, and the plain shape a bare address', () => {
		expect(shapeFromParams(new URLSearchParams(), columns)).toEqual(plainShape());
		expect(withShape(new URLSearchParams('q=a'), plainShape()).toString()).toBe('q=a');
	});

	test('every shape survives its address, beside any view, and is written one way only', () => {
		const shapes = fc.record({
			sort: fc.constantFrom(...columns.map(({ id }) => id)),
			direction: fc.constantFrom('asc' as const, 'desc' as const),
			sets: fc.subarray(COLUMN_SETS.filter((set) => set !== 'core'))
		});
		const views = fc.constantFrom('', 'q=vecter', 'edition=2026-03&ring=adopt&ring=trial');
		fc.assert(
			fc.property(shapes, views, (shape, view) => {
				const params = withShape(new URLSearchParams(view), shape);
				expect(shapeFromParams(params, columns)).toEqual(shape);
				const again = withShape(new URLSearchParams(view), shapeFromParams(params, columns));
				expect(again.toString()).toBe(params.toString());
				expect(params.toString().startsWith(view)).toBe(true);
				expect(withShape(params, plainShape()).toString()).toBe(view);
			})
		);
	});

	test('leaves out what it does not know', () => {
		const params = new URLSearchParams('sort=nonsense&dir=up&cols=core&cols=x&cols=facts');
		expect(shapeFromParams(params, columns)).toEqual({ ...plainShape(), sets: ['facts'] });
	});

	test('a column begins with its best and turns round when pressed again', () => {
		const once = sortedBy(plainShape(), column('stars'));
		expect(once).toMatchObject({ sort: 'stars', direction: 'desc' });
		expect(sortedBy(once, column('stars')).direction).toBe('asc');
	});
});
