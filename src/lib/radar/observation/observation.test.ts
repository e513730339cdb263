import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineError } from '#lib/radar/input/json-line.ts';
import { formatObservation, parseObservation, readObservation } from './observation.ts';
import { observedFields } from './observed-fields.ts';

const line = (values: object, rest: object = {}) =>
	JSON.stringify({
		repository: 'example/project',
		observedOn: '2026-08-31',
		source: 'history',
		values,
		...rest
	});

describe('a value that cannot be', () => {
	test.each([
		['stars', -1],
		['stars', 1.5],
		['stars', null],
		['stars', '12'],
		['contributorsTotal', -5],
		['activeWeeks13', 14],
		['scorecard', 11],
		['scorecard', -0.1],
		['ownerType', 'company'],
		['lastCommit', '2026-02-30'],
		['lastCommit', 'yesterday'],
		['archived', 'yes'],
		['license', '']
	])('%s of %j is flagged and unknown, and the rest is used', (field, value) => {
		const read = parseObservation(line({ [field]: value, forks: 3 }));
		expect(read.values).toEqual({ forks: 3 });
		expect(read.unknown).toEqual({ [field]: expect.stringContaining('implausible value') });
	});

	test('a number too large for JSON is none', () => {
		const read = parseObservation(line({ forks: 3 }).replace('"forks":3', '"stars":1e999'));
		expect(read.values).toEqual({});
		expect(read.unknown.stars).toContain('implausible');
	});

	test.each(['NaN', 'Infinity', '-Infinity'])(
		'%s, which is no JSON, is flagged and unknown, and the rest is used',
		(word) => {
			const text = line({ stars: 7, forks: 3, lastStableTag: `a "${word}" tag` });
			const read = parseObservation(text.replace('"forks":3', `"forks": ${word}`));
			expect(read.values).toEqual({ stars: 7, lastStableTag: `a "${word}" tag` });
			expect(read.unknown).toEqual({ forks: expect.stringContaining('implausible value') });
		}
	);
});

describe('days that contradict each other', () => {
	test.each(['firstCommit', 'lastCommit', 'lastStableRelease'])(
		'%s in the future is unknown',
		(field) => {
			const read = parseObservation(line({ [field]: '2026-09-01', stars: 7 }));
			expect(read.values).toEqual({ stars: 7 });
			expect(read.unknown).toEqual({
				[field]: '2026-09-01 lies after the day observed, 2026-08-31'
			});
		}
	);

	test('a stable release before the first commit is unknown', () => {
		const read = parseObservation(
			line({ firstCommit: '2024-05-01', lastStableRelease: '2024-04-30', lastCommit: '2026-08-01' })
		);
		expect(read.values).toEqual({ firstCommit: '2024-05-01', lastCommit: '2026-08-01' });
		expect(read.unknown.lastStableRelease).toContain('before the first commit');
	});

	test('a last commit before the first one is unknown', () => {
		const read = parseObservation(line({ firstCommit: '2024-05-01', lastCommit: '2024-04-30' }));
		expect(read.values).toEqual({ firstCommit: '2024-05-01' });
	});

	test('counts of which a part exceeds the whole are unknown, both of them', () => {
		const counts = { commits90d: 9, commits365d: 8, commitsTotal: 100, authors90d: 0 };
		const read = parseObservation(line(counts));
		expect(read.values).toEqual({ commitsTotal: 100, authors90d: 0 });
		expect(read.unknown.commits90d).toContain('contradict');
		expect(read.unknown.commits365d).toContain('contradict');
	});

	test('the day itself is no contradiction', () => {
		const values = {
			firstCommit: '2026-08-31',
			lastCommit: '2026-08-31',
			lastStableRelease: '2026-08-31'
		};
		expect(parseObservation(line(values)).values).toEqual(values);
	});
});

test('what was refused is told apart from what the source itself did not know', () => {
	const text = line(
		{ stars: -1, forks: 3, firstCommit: '2024-05-01', lastStableRelease: '2024-04-30' },
		{ unknown: { license: 'rate limit' } }
	);
	const { observation, refused } = readObservation(text);
	expect(observation.values).toEqual({ forks: 3, firstCommit: '2024-05-01' });
	expect(refused).toEqual([
		{ field: 'stars', reason: expect.stringContaining('implausible value -1') },
		{ field: 'lastStableRelease', reason: expect.stringContaining('before the first commit') }
	]);
});

describe('a line that cannot be used', () => {
	test.each([
		['no JSON', 'nonsense', 'not a line of JSON'],
		['no repository', JSON.stringify({ observedOn: '2026-08-31', source: 'a' }), 'repository'],
		['a repository without owner', line({}, { repository: 'project' }), 'owner/name'],
		['no such day', line({}, { observedOn: '2026-13-01' }), 'observedOn'],
		['a field that does not exist', line({ glory: 3 }), 'values.glory: no such field'],
		['a part that does not exist', line({}, { mood: 'good' }), 'mood']
	])('%s: %s', (_, text, words) => {
		expect(() => parseObservation(text)).toThrow(LineError);
		expect(() => parseObservation(text)).toThrow(words);
	});
});

test('an observation survives being written', () => {
	const text = line(
		{ stars: 3, lastCommit: '2026-08-30', languages: [['Go', 12]] },
		{ notApplicable: { mergedPulls90d: 'it names none' }, unknown: { forks: 'refused' } }
	);
	const read = parseObservation(text);
	expect(parseObservation(formatObservation(read))).toEqual(read);
	expect(formatObservation(parseObservation(formatObservation(read)))).toBe(
		formatObservation(read)
	);
});

test('whatever stands in a field, no bad value comes through', () => {
	const names = Object.keys(observedFields) as (keyof typeof observedFields)[];
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.jsonValue(), (field, value) => {
			const read = parseObservation(line({ [field]: value }));
			const kept = read.values[field];
			if (kept === undefined) expect(read.unknown[field]).toBeTruthy();
			else expect(observedFields[field].safeParse(kept).success).toBe(true);
		})
	);
});
