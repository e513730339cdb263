import { expect, test } from 'vitest';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { checkPublishers } from './publishers.ts';

const value = (votes: Ring[][], label: string) =>
	checkPublishers({ all: [], rated: [], votes } as unknown as Parameters<
		typeof checkPublishers
	>[0]).figures.find((found) => found.label === `One publisher against the others: ${label}`);

test('publishers who agree are their own best ceiling, and a project that one alone placed tells nothing', () => {
	const agreed: Ring[][] = [
		['adopt', 'adopt'],
		['trial', 'trial'],
		['hold', 'hold', 'hold'],
		['assess']
	];
	expect(value(agreed, 'same ring')).toMatchObject({ value: 1, of: 7 });
	expect(value(agreed, 'weighted kappa')?.value).toBe(1);
	expect(value(agreed, 'rank correlation')?.value).toBe(1);
});

test('each publisher is set against the mean of the others', () => {
	const apart: Ring[][] = [['adopt', 'hold']];
	expect(value(apart, 'same ring')?.value).toBe(0);
	expect(value(apart, 'within one ring')?.value).toBe(0);
	expect(value([['adopt', 'trial', 'assess']], 'same ring')).toMatchObject({
		value: 0.3333,
		of: 3
	});
});
