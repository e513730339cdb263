import { expect, test } from 'vitest';
import { makeEditionView } from '../../../../../tests/fixtures/edition-view.ts';
import { dataAge } from './data-age.ts';

test('tells the day of the data, and an old edition as old', () => {
	expect(dataAge(makeEditionView({ count: 1 }))).toBe('Data up to 1 August 2026.');
	expect(dataAge(makeEditionView({ count: 1, edition: '2026-03' }))).toBe(
		'Old data, up to 1 March 2026. Newest: August 2026.'
	);
});
