import { expect, test } from 'vitest';
import type { EditionNews } from '#lib/radar/edition/moves/through.ts';
import { lineText } from './week/line-text.ts';
import { moveItems } from './moves.ts';

const edition = (id: string, modelVersion: string) => ({
	id,
	date: `${id}-28`,
	kind: 'month' as const,
	modelVersion
});

const MOVES: Omit<EditionNews['news'][number], 'was' | 'is'>[] = [
	{
		id: 'gone',
		name: 'Gone',
		kind: 'unrated',
		edition: '2026-02',
		from: 'assess',
		to: 'not-rated',
		reason: 'Last observed long ago.'
	},
	{
		id: 'quiet',
		name: 'Quiet',
		kind: 'out',
		edition: '2026-02',
		from: 'adopt',
		to: 'trial',
		reason: null,
		lacksData: true
	},
	{
		id: 'kueue',
		name: 'Kueue',
		kind: 'in',
		edition: '2026-02',
		from: 'trial',
		to: 'adopt',
		reason: 'The score went from 77 to 79.'
	},
	{
		id: 'new',
		name: 'New',
		kind: 'entered',
		edition: '2026-02',
		from: 'absent',
		to: 'not-rated',
		reason: null
	},
	{
		id: 'old',
		name: 'Old',
		kind: 'left',
		edition: '2026-02',
		from: 'hold',
		to: 'absent',
		reason: null
	}
];

test('moves become items of their edition’s day, with their reason; a change of the model is told', () => {
	const entry: EditionNews = {
		edition: edition('2026-02', '1.1.0'),
		before: edition('2026-01', '1.0.0'),
		news: MOVES.map((move) => ({ ...move, was: null, is: null }))
	};
	const items = moveItems([entry]);
	expect(items.map(lineText)).toEqual([
		'Gone is no longer rated, last in Assess. Last observed long ago.',
		'Quiet moved from Adopt to Trial: data too old.',
		'Kueue moved from Trial to Adopt. The score went from 77 to 79.',
		'New entered the radar, not rated yet.',
		'Old left the radar, last in Hold.',
		'The model changed with February 2026, from 1.0.0 to 1.1.0.'
	]);
	expect(items.map(({ facts }) => facts.move?.lacksData)).toEqual([
		true,
		true,
		false,
		false,
		false,
		undefined
	]);
	expect(items[2]).toMatchObject({ id: 'move:2026-02:kueue', day: '2026-02-28', kind: 'move' });
});
