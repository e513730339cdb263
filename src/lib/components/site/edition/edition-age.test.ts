import { expect, test } from 'vitest';
import { editionAge } from './edition-age.ts';

const at = (now: string, kind: 'month' | 'night', date = '2026-09-10') =>
	editionAge({ date, kind }, Date.parse(now));

test('a night is told to be old after 36 hours, and not before', () => {
	expect(at('2026-09-11T12:00:00Z', 'night')).toBeNull();
	expect(at('2026-09-11T12:00:01Z', 'night')).toMatch(
		/10 September 2026: no night has published since/
	);
});

test('an edition of a month end is never told to be late', () => {
	expect(at('2027-11-01T00:00:00Z', 'month')).toBeNull();
});

test('a clock that is wrong makes no age below zero, and no sentence', () => {
	expect(at('1970-01-01T00:00:00Z', 'night')).toBeNull();
});
