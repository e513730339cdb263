import { expect, test } from 'vitest';
import { comparedText, failureSentences, skillRows } from './failures.ts';
import { figure, type Check, type Figure } from './report.ts';

const check = (id: Check['id'], figures: Figure[], passed: boolean | null = null): Check => ({
	...{ id, title: `Title of ${id}`, accept: '', finding: '' },
	passed,
	figures
});
const same = (model: number, trial: number): Check =>
	check('baselines', [
		figure('The model: rank correlation', 'correlation', 0.48, { interval: [0.15, 0.72], of: 35 }),
		figure('The model: same ring', 'share', model, { of: 35 }),
		figure('Always trial: same ring', 'share', trial, { of: 35 })
	]);

test('a guess that is as good as the model is told', () => {
	expect(failureSentences({ checks: [same(0.4, 0.4)] })[0]).toBe(
		'To say “trial” of every project names the experts’ ring as often: 40% against 40%. Only order and kappa show skill.'
	);
	expect(failureSentences({ checks: [same(0.5, 0.4)] }).join()).not.toContain('trial');
});

test('an interval that holds zero is within chance, another is not', () => {
	const test = (low: number) =>
		check('experts', [
			figure('AI group, test half', 'correlation', 0.15, { interval: [low, 0.63], of: 17 })
		]);
	expect(failureSentences({ checks: [test(-0.4)] })[0]).toContain(
		'within chance: 0.15, −0.40 to 0.63'
	);
	expect(failureSentences({ checks: [test(0.1)] }).join()).not.toContain('chance');
});

test('checks that fall short are named', () => {
	expect(failureSentences({ checks: [check('gaming', [], false)] })[0]).toBe(
		'Checks that fall short: title of gaming.'
	);
});

test('the model stands beside the guesses that were counted', () => {
	const rows = skillRows({ checks: [same(0.4, 0.4)] });
	expect(rows.map(({ label }) => label)).toEqual(['The model', 'Always trial']);
	expect(rows[0]?.order?.interval).toEqual([0.15, 0.72]);
});

test('it says how many of the placements can be compared, and why not the others', () => {
	const counts = { projects: 188, rated: 148, elsewhere: 3, earlier: 17, withConsensus: 35 };
	const text = comparedText({ ...counts, placed: 80, placedInGroup: 40, placedAndRated: 31 });
	expect(text).toContain(
		'placed 80 repositories since April 2024, and 40 of them are in the AI group'
	);
	expect(text).toContain('9 are not rated for lack of a history');
});
