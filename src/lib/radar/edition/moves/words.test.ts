import { expect, test } from 'vitest';
import type { Move } from './move.ts';
import type { Movement, Ring } from '#lib/radar/words/vocabulary.ts';
import { moveGlyph, movementText, moveText } from './words.ts';

test.each<[Move['kind'], Move['from'], Move['to'], string, string]>([
	['in', 'assess', 'trial', 'moved in, Assess to Trial', 'arc-in'],
	['out', 'adopt', 'hold', 'moved out, Adopt to Hold', 'arc-out'],
	['entered', 'absent', 'trial', 'entered, Trial', 'star'],
	['returned', 'absent', 'not-rated', 'returned, Not rated', 'star'],
	['left', 'hold', 'absent', 'left, from Hold', 'not-rated'],
	['rated', 'not-rated', 'assess', 'rated again, Assess', 'not-rated'],
	['unrated', 'trial', 'not-rated', 'no longer rated, was Trial', 'not-rated']
])('a project that %s from %s to %s', (kind, from, to, text, glyph) => {
	const move: Move = { edition: '2026-08', kind, from, to, reason: null };
	expect(moveText(move)).toBe(text);
	expect(moveGlyph(move)).toBe(glyph);
});

test('a project that moved out for lack of data is told apart from one that got worse', () => {
	const move: Move = {
		edition: '2026-08',
		kind: 'out',
		from: 'adopt',
		to: 'trial',
		reason: null,
		lacksData: true
	};
	expect(moveText(move)).toBe('moved out because its data is too old, Adopt to Trial');
	expect(moveGlyph(move)).toBe('arc-out broken');
});

test.each([
	['none', 'trial', 'trial', 'No change'],
	['none', null, 'trial', 'Rating lost'],
	['none', null, null, null],
	['none', 'trial', null, null],
	['in', 'adopt', 'trial', 'Moved in'],
	['out', 'assess', 'trial', 'Moved out'],
	['new', 'assess', null, 'New'],
	['new', null, null, 'New']
] as [Movement, Ring | null, Ring | null, string | null][])(
	'%s, now %s, before %s reads %s',
	(movement, ring, previousRing, text) => {
		expect(movementText({ movement, ring, previousRing })).toBe(text);
	}
);
