import { expect, test } from 'vitest';
import { LineError } from '#lib/radar/input/json-line.ts';
import {
	formatReleaseElsewhere,
	parseReleaseElsewhere,
	releasesElsewhereOn,
	type ReleaseElsewhere
} from './release-elsewhere.ts';

const release = (
	releasedOn: string,
	version: string,
	certainty: ReleaseElsewhere['certainty'] = 'exact'
): ReleaseElsewhere => ({ repository: 'a/b', releasedOn, version, certainty, source: 'list' });

test('a release is written as it was read; one without a day is refused', () => {
	const line = JSON.stringify(release('2026-01-01', '1.2'));
	expect(formatReleaseElsewhere(parseReleaseElsewhere(line))).toBe(line);
	expect(() => parseReleaseElsewhere(line.replace('2026-01-01', '2026-02-30'))).toThrow(LineError);
});

test('the newest release and the highest version by a day are told apart', () => {
	const rows = [
		release('2026-05-01', '9.10.0'),
		release('2026-06-01', '9.9.8'),
		release('2026-09-01', '10.0.0')
	];
	expect(releasesElsewhereOn(rows, '2026-08-31', '2026-09-22')).toMatchObject({
		last: { version: '9.9.8' },
		highest: { version: '9.10.0' },
		seenOn: '2026-08-31'
	});
	expect(releasesElsewhereOn(rows, '2026-04-30', '2026-09-22')).toBeNull();
});

test('nothing is told of the days after the last one that was read', () => {
	const rows = [release('2026-05-01', '1.0'), release('2026-09-01', '2.0')];
	expect(releasesElsewhereOn(rows, '2027-01-31', '2026-08-31')).toMatchObject({
		last: { version: '1.0' },
		seenOn: '2026-08-31'
	});
});

test('between two of one day the exact one wins', () => {
	const rows = [release('2026-05-01', '1.0', 'exact'), release('2026-05-01', '1.0', 'by')];
	for (const order of [rows, [...rows].reverse()]) {
		expect(releasesElsewhereOn(order, '2026-05-01', '2026-05-01')?.last.certainty).toBe('exact');
	}
});
