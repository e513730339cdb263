import { expect, test } from 'vitest';
import { askedPair } from './asked-pair.ts';

const EDITIONS = [
	{ id: '2026-07', date: '2026-07-31' },
	{ id: '2026-08', date: '2026-08-31' },
	{ id: '2026-09-05', date: '2026-09-05' }
];
const pair = (search: string) => askedPair(new URLSearchParams(search), EDITIONS);

test('without a question: the newest edition and the one before', () => {
	expect(pair('')).toEqual({ from: '2026-08', to: '2026-09-05' });
	expect(pair('to=2026-08')).toEqual({ from: '2026-07', to: '2026-08' });
	expect(askedPair(new URLSearchParams(), [])).toEqual({ from: '', to: '' });
});

test('a night that was dropped stands for the nearest edition that is left', () => {
	expect(pair('from=2026-08&to=2026-09-01')).toEqual({ from: '2026-08', to: '2026-08' });
	expect(pair('from=2026-08&to=2026-09-04')).toEqual({ from: '2026-08', to: '2026-09-05' });
});

test('what was never an edition stays as it is', () => {
	for (const id of ['1999-01', '2030-01', 'foo', '2026-13', '2026-08-99', '__proto__']) {
		expect(pair(`from=${id}&to=2026-08`)).toEqual({ from: id, to: '2026-08' });
	}
});
