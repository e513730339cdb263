import { expect, test } from 'vitest';
import { tabulate } from './figure-table.ts';
import { figure } from './report.ts';

test('what is measured of several things becomes a table, in the order in which it comes', () => {
	const figures = [
		figure('The model: same ring', 'share', 0.3, { of: 28 }),
		figure('The model: within one ring', 'share', 0.8, { of: 28 }),
		figure('Stars alone: within one ring', 'share', 0.7, { of: 27 }),
		figure('Found by the way', 'count', 3)
	];
	const { table, rest } = tabulate(figures);
	expect(table?.columns).toEqual(['same ring', 'within one ring']);
	expect(
		table?.rows.map(({ label, of, cells }) => [label, of, cells.map((c) => c?.value ?? null)])
	).toEqual([
		['The model', 28, [0.3, 0.8]],
		['Stars alone', 27, [null, 0.7]]
	]);
	expect(rest).toEqual(figures.slice(3));
});

test('figures without a common measure stay as they are', () => {
	const figures = [figure('One', 'count', 1), figure('Two: alone', 'count', 2)];
	expect(tabulate(figures)).toEqual({ table: null, rest: figures });
});
