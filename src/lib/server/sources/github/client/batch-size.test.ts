import { expect, test } from 'vitest';
import { BatchSize } from './batch-size.ts';

test('a batch is halved down to one and grows back slowly', () => {
	const size = new BatchSize(20);
	const seen: number[] = [];
	for (let i = 0; i < 6; i++) {
		size.tooLarge(size.current);
		seen.push(size.current);
	}
	expect(seen).toEqual([10, 5, 2, 1, 1, 1]);
	const grown = Array.from({ length: 9 }, () => {
		size.good();
		return size.current;
	});
	expect(grown).toEqual([1, 1, 3, 3, 3, 5, 5, 5, 7]);
});

test('it never exceeds the largest', () => {
	const size = new BatchSize(20);
	for (let i = 0; i < 30; i++) size.good();
	expect(size.current).toBe(20);
});
