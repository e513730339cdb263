import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromColumns, toColumns } from './columns.ts';

test('columns turn back into the rows that they were made of', () => {
	const row = fc.record({
		id: fc.string(),
		score: fc.option(fc.integer()),
		paths: fc.array(fc.string())
	});
	fc.assert(
		fc.property(fc.array(row), (rows) => {
			expect(fromColumns(toColumns(rows))).toEqual(rows);
		})
	);
});
