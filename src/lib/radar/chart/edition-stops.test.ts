import { expect, test } from 'vitest';
import { editionStops } from './edition-stops.ts';

const month = (id: string, date: string) => ({ id, date, kind: 'month' as const });
const night = (date: string) => ({ id: date, date, kind: 'night' as const });

test('the slider stops at every month, and at the nights since the last one', () => {
	const stops = editionStops([
		night('2026-06-12'),
		month('2026-06', '2026-06-30'),
		night('2026-07-12'),
		month('2026-07', '2026-07-31'),
		night('2026-08-01'),
		night('2026-08-02')
	]);
	expect(stops.map(({ id }) => id)).toEqual(['2026-06', '2026-07', '2026-08-01', '2026-08-02']);
});

test('without any month it stops at every night', () => {
	expect(editionStops([night('2026-08-01'), night('2026-08-02')])).toHaveLength(2);
});
