import { describe, expect, test } from 'vitest';
import { observedFields } from './observed-fields.ts';
import {
	ageText,
	FIELD_WORDS,
	fieldText,
	metricText,
	observedText,
	seenText,
	valueSeen
} from './observed-words.ts';

test('every observed field has a name of its own', () => {
	expect(Object.keys(FIELD_WORDS).sort()).toEqual(Object.keys(observedFields).sort());
	expect(new Set(Object.values(FIELD_WORDS)).size).toBe(Object.keys(FIELD_WORDS).length);
	expect(fieldText('toString2')).toBe('toString2');
});

test.each([
	[1696, '1,696'],
	[6.4, '6.4'],
	[true, 'yes'],
	['2026-06-22', '22 June 2026'],
	['v0.19.0', 'v0.19.0'],
	[[0, 3, 1], '4 in 3 weeks'],
	[[], 'none'],
	[
		[
			['Go', 10],
			['Python', 5]
		],
		'Go, Python'
	],
	[['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, 1]), 'a, b, c, d and 2 more']
])('%j reads as %s', (value, text) => {
	expect(observedText(value)).toBe(text);
});

test('a metric carries its unit, a ratio none', () => {
	expect(metricText(76, 'people')).toBe('76 people');
	expect(metricText(1, 'people')).toBe('1 person');
	expect(metricText(1, 'pull requests')).toBe('1 pull request');
	expect(metricText(7, 'of 10')).toBe('7 of 10');
	expect(metricText(1.25, 'ratio')).toBe('1.25');
	expect(metricText('neutral-foundation', '')).toBe('neutral foundation');
});

test('a value is shown with the day on which it was seen, which stays true whenever it is read', () => {
	expect(seenText('2026-08-22', '2026-08-31')).toBe('22 August 2026');
	expect(seenText('2026-11-24', '2026-08-31')).toBe('noted 24 November 2026');
});

describe('the age of a value', () => {
	test.each([
		['2026-08-31', 'on 31 August 2026'],
		['2026-08-30', '1 day before 31 August 2026'],
		['2026-08-22', '9 days before 31 August 2026'],
		['2026-05-31', '3 months before 31 August 2026'],
		['2018-04-03', '8 years before 31 August 2026'],
		['2026-11-24', 'after 31 August 2026']
	])('of %s at the end of August 2026 is "%s"', (day, text) => {
		expect(ageText(day, '2026-08-31')).toBe(text);
	});
});

test('a last commit on the day of the look may have been followed by others', () => {
	const seen = { field: 'lastCommit', value: '2026-06-28', observedOn: '2026-06-28' };
	expect(valueSeen(seen)).toBe('by 28 June 2026');
	expect(valueSeen({ ...seen, observedOn: '2026-07-01' })).toBe('28 June 2026');
	expect(valueSeen({ ...seen, field: 'firstCommit' })).toBe('28 June 2026');
});
