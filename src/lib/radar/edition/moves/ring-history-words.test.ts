import { expect, test } from 'vitest';
import type { HistoryMove } from './ring-history.ts';
import { moveGlyph, moveText } from './ring-history-words.ts';

test.each<[HistoryMove['turn'], HistoryMove['from'], HistoryMove['to'], string, string]>([
	['in', 'assess', 'trial', 'moved in, Assess to Trial', 'arc-in'],
	['out', 'adopt', 'hold', 'moved out, Adopt to Hold', 'arc-out'],
	['entered', 'absent', 'trial', 'entered, Trial', 'star'],
	['returned', 'absent', 'not-rated', 'returned, Not rated', 'star'],
	['left', 'hold', 'absent', 'left, from Hold', 'not-rated'],
	['rated', 'not-rated', 'assess', 'rated again, Assess', 'not-rated'],
	['unrated', 'trial', 'not-rated', 'no longer rated, was Trial', 'not-rated']
])('a project that %s from %s to %s', (turn, from, to, text, glyph) => {
	const move: HistoryMove = { edition: '2026-08', turn, from, to, reason: null };
	expect(moveText(move)).toBe(text);
	expect(moveGlyph(move)).toBe(glyph);
});

test('a project that moved out for lack of data is told apart from one that got worse', () => {
	const move: HistoryMove = {
		edition: '2026-08',
		turn: 'out',
		from: 'adopt',
		to: 'trial',
		reason: null,
		lacksData: true
	};
	expect(moveText(move)).toBe('moved out for lack of data, Adopt to Trial');
	expect(moveGlyph(move)).toBe('arc-out broken');
});
