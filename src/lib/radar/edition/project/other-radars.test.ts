import { expect, test } from 'vitest';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { otherRadars, otherRadarsText, whyOursDiffers } from './other-radars.ts';

const placed = (ring: Ring, source: string, date: string) => ({ ring, source, date });

const OTHERS = [
	placed('adopt', 'AOE AI Radar 2025-03', '2025-03'),
	placed('trial', 'AOE AI Radar 2026-07', '2026-07'),
	placed('trial', 'Zalando Tech Radar 2026.05', '2026-05'),
	placed('hold', 'Cropster Tech Radar 2026-03', '2026-03'),
	placed('adopt', 'Thoughtworks Technology Radar Vol. 14', '2016-04')
];

test('of each publisher, the newest placement counts, and none from before April 2024', () => {
	expect(otherRadars(OTHERS).map(({ source }) => source)).toEqual([
		'AOE AI Radar 2026-07',
		'Zalando Tech Radar 2026.05',
		'Cropster Tech Radar 2026-03'
	]);
});

test('one line tells how many, where and since when', () => {
	expect(otherRadarsText(OTHERS)).toBe('On 3 other radars: 2 trial, 1 hold; newest July 2026');
	expect(otherRadarsText(OTHERS.slice(0, 1))).toBe('On 1 other radar: 1 adopt; newest March 2025');
	expect(otherRadarsText([])).toBeNull();
});

test('a ring that most of them do not give is explained by the limit that acts', () => {
	const gates = [{ acted: true, sentence: 'CNCF sandbox projects stop at trial.' }];
	expect(whyOursDiffers('assess', gates, OTHERS)).toBe(
		'We place it in Assess, further out than most of them: here a limit acts on it: CNCF sandbox projects stop at trial.'
	);
	expect(whyOursDiffers('adopt', [], OTHERS)).toMatch(
		/^We place it in Adopt, closer to the centre than most of them: ours counts public evidence/
	);
	expect(whyOursDiffers('trial', [], OTHERS)).toBeNull();
	expect(whyOursDiffers(null, [], OTHERS)).toBeNull();
	expect(whyOursDiffers('adopt', [], [])).toBeNull();
});
