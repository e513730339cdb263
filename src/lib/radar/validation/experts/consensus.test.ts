import { expect, test } from 'vitest';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { familyOf } from '#lib/radar/edition/project/other-radars.ts';
import { expertConsensus } from './consensus.ts';

const row = (ring: Ring, source: string, date: string, repository = 'a/b') => ({
	ring,
	source,
	date,
	repository
});
const of = (...rows: ReturnType<typeof row>[]) =>
	expertConsensus(rows, (name) => name.toLowerCase()).get('a/b');

test('every edition of one radar is the same voice', () => {
	expect(familyOf('Thoughtworks Technology Radar Vol. 33')).toBe('Thoughtworks');
	expect(familyOf('CNCF Technology Landscape Radar Q3 2025 (SlashData) - agentic AI')).toBe(
		'CNCF-SlashData'
	);
	expect(familyOf('CNCF End User Technology Radar: Observability')).toBe('CNCF End User');
});

test('each voice counts once, with its newest word', () => {
	const consensus = of(
		row('hold', 'Thoughtworks Technology Radar Vol. 30', '2024-04'),
		row('adopt', 'Thoughtworks Technology Radar Vol. 34', '2026-04'),
		row('trial', 'Pexon Tech Radar (consultancy)', '2026-06', 'A/B')
	);
	expect(consensus).toEqual({
		mean: 2.5,
		ring: 'adopt',
		votes: [
			{ family: 'Pexon', ring: 'trial' },
			{ family: 'Thoughtworks', ring: 'adopt' }
		]
	});
});

test('what was published before April 2024 does not count', () => {
	expect(of(row('adopt', 'Zalando', '2024-03'))).toBeUndefined();
	expect(of(row('adopt', 'Zalando', '2024-04'))?.ring).toBe('adopt');
});

test('wide disagreement meets in the middle', () => {
	const rings: Ring[] = ['trial', 'hold', 'hold', 'hold', 'adopt'];
	const consensus = of(...rings.map((ring, i) => row(ring, `Source${i} Radar`, '2025-10')));
	expect(consensus).toMatchObject({ mean: 1, ring: 'assess' });
});
