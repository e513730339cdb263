import { describe, expect, test } from 'vitest';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { whyTooMuchIsLost } from './losses.ts';

const member = (project: string, category: string): Member => ({
	project,
	name: project,
	repository: null,
	maturity: null,
	badge: false,
	paths: [{ category, subcategory: 'Any' }]
});
const members = (category: string, count: number): Member[] =>
	Array.from({ length: count }, (_, i) => member(`${category}-${i}`, category));

const WANTED = ['AI Agent', 'Inference'];
const before = [...members('AI Agent', 4), ...members('Inference', 16)];
const why = (now: readonly Member[], found = WANTED, accepted: string[] = []) =>
	whyTooMuchIsLost({ before, now, wanted: WANTED, found, accepted });

describe('a landscape that lost projects', () => {
	test('may lose 15%, but not more without the number', () => {
		expect(why(before.slice(3))).toBeNull();
		const now = [...before.slice(0, 2), ...before.slice(4, 18)];
		expect(why(now)).toContain('lost 4 of 20 projects, more than 15%');
		expect(why(now, WANTED, ['4'])).toBeNull();
		expect(why(now, WANTED, ['5'])).not.toBeNull();
	});

	test('names the category that it does not have, and is confirmed by that name', () => {
		const now = before.slice(4);
		const found = ['AI Agents', 'Inference'];
		expect(why(now, found)).toContain(
			'has no category "AI Agent", which the settings name; 4 projects was there'
		);
		expect(why(now, WANTED)).toContain('has no project in the category "AI Agent"');
		expect(why(now, found, ['AI Agent'])).toBeNull();
		expect(why(now.slice(6), found, ['AI Agent'])).toContain('lost 6 of 20');
	});

	test('of one project is no accident', () => {
		const one = members('Inference', 1);
		expect(
			whyTooMuchIsLost({
				before: [...one, member('other', 'Inference')],
				now: one,
				wanted: WANTED,
				found: WANTED,
				accepted: []
			})
		).toBeNull();
	});
});
