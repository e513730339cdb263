import { expect, test } from 'vitest';
import type { UsePart } from '#lib/radar/model/use-share.ts';
import { useSentence } from './use-text.ts';

const seen = (kind: UsePart['kind'], value: number | string, more: object = {}): UsePart => ({
	kind,
	state: 'observed',
	value,
	isBound: false,
	share: 0.5,
	counts: true,
	observedOn: '2026-08-22',
	source: 'list',
	name: null,
	usedBy: [],
	...more
});
const users = (count: number) => ({
	usedBy: Array.from({ length: count }, (_, i) => ({
		repository: `user${i}/app`,
		on: '2026-08-22',
		file: 'go.mod'
	}))
});
const nameOf = (repository: string) => (repository === 'user0/app' ? 'vLLM' : null);
const sentence = (...parts: UsePart[]) => useSentence({ parts, share: 0.5 }, nameOf);

test('says what is known, with names one can check', () => {
	expect(
		sentence(
			seen('downloads', 12_440_000, { name: 'tool' }),
			seen('peers', 16, users(16)),
			seen('adopters', 183),
			{ kind: 'verified', state: 'not-applicable', reason: 'none' }
		)
	).toBe(
		'12.4 million downloads a month of tool; used by vLLM, user1/app and 14 more of the group; 183 adopters named.'
	);
});

test.each([
	[
		seen('downloads', 57_487, { name: 'tool', isBound: true }),
		'Fewer than 57,487 downloads a month of tool.'
	],
	[seen('downloads', 3_000_000, { name: 'tool' }), '3 million downloads a month of tool.'],
	[seen('peers', 0), 'No other project of the group declares it.'],
	[seen('peers', 1, users(1)), 'Used by vLLM.'],
	[seen('peers', 2, users(2)), 'Used by vLLM and user1/app.'],
	[seen('adopters', 1), '1 adopter named.'],
	[
		seen('pulls', 52_300_000, { name: 'maker/tool' }),
		'52.3 million pulls of the image maker/tool since the beginning.'
	],
	[seen('verified', 'graduated'), 'Graduated in the CNCF, which interviews adopters for that.']
])('%#: %s', (part, text) => {
	expect(sentence(part)).toBe(text);
});

test('says nothing where nothing is known', () => {
	expect(sentence({ kind: 'peers', state: 'unknown', reason: 'not yet' })).toBeNull();
});
