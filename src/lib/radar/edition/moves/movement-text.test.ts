import { expect, test } from 'vitest';
import { movementText } from './movement-text.ts';
import type { Movement, Ring } from '#lib/radar/words/vocabulary.ts';

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
