import { expect, test } from 'vitest';
import { gatesThatHold } from '#lib/radar/model/gates/gate-conditions.ts';
import { applyGates } from '#lib/radar/model/gates/gates.ts';
import { metricChanges } from './metric-changes.ts';
import { moveReason as reasonOf } from './reason.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import { scoreProject } from '#lib/radar/model/score.ts';
import { addDays } from '#lib/radar/words/days.ts';
import { signedText } from '#lib/radar/words/numbers.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';
import { model } from '../../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf, useOf } from '../../../../../tests/fixtures/subject.ts';

function stand(values: ObservedValues, filed: Partial<Subject> = {}) {
	const subject = subjectOf({ ...HEALTHY, ...values }, filed);
	const { score, dimensions, confidence } = scoreProject(subject, model);
	const input = { subject, confidence: confidence.share, communityObserved: 30 };
	return {
		score,
		dimensions,
		...applyGates(ringOfScore(score ?? 0, model.cut_offs), gatesThatHold(input, model))
	};
}
type Stand = Parameters<typeof reasonOf>[0];
const moveReason = (before: Stand, after: Stand) => reasonOf(before, after, cutOffsOf(model));
const strong = { contributorsTotal: 1500, authors365d: 200, absenceFactor: 9 };

test('the same ring has no reason', () => {
	expect(moveReason(stand({}), stand({ stars: 9001 }))).toBeNull();
});

test('a gate that closed is named, and so is one that opened', () => {
	const free = stand(strong);
	const capped = stand(strong, { maturity: 'sandbox' });
	expect(moveReason(free, capped)).toBe(
		'CNCF sandbox projects stop at Trial; its score is enough for Adopt.'
	);
	expect(moveReason(capped, free)).toBe('No longer applies: CNCF sandbox projects stop at Trial.');
	expect(moveReason(free, stand({ ...strong, archived: true }))).toContain('is archived');
});

test('a limit that gave way to a weaker one of the same gate is named, not the points', () => {
	const atEleven = stand({ ...strong, firstCommit: addDays(EDITION.date, -335) });
	const atThirteen = stand({ ...strong, firstCommit: addDays(EDITION.date, -396) });
	expect([atEleven.ring, atThirteen.ring]).toEqual(['assess', 'trial']);
	expect(moveReason(atEleven, atThirteen)).toMatch(
		/^No longer applies: the first commit was .* younger than 12 months stop at Assess\.$/
	);
});

test('points gained and lost are named, the greatest first, and sum to the score', () => {
	const used = { use: useOf(10, 10) };
	const weak = stand({ authors365d: 20, absenceFactor: 2 }, used);
	const better = stand({ authors365d: 150, absenceFactor: 8, contributorsTotal: 1500 }, used);
	expect(moveReason(weak, better)).toMatch(
		/^The score went from \d+\.\d to \d+\.\d, past 75, where Adopt starts: authors in a year \+\d\.\d, contributor absence factor \+\d\.\d\.$/
	);
	expect(moveReason(better, weak)).toMatch(/authors in a year −\d\.\d/);
});

test('what a metric did is told as the page of changes tells it, also where a value ran out', () => {
	const before = stand(strong);
	const after = stand({ ...strong, activeWeeks13: undefined, authors365d: 4, absenceFactor: 1 });
	const effects = metricChanges(before, after);
	const [first, second] = effects.filter(({ effect }) => effect < 0);
	expect(effects.some(({ after: value }) => value === null)).toBe(true);
	expect(moveReason(before, after)).toContain(
		`: ${lowerFirst(first?.label ?? '')} ${signedText(first?.effect ?? 0)}, ${lowerFirst(second?.label ?? '')} ${signedText(second?.effect ?? 0)}.`
	);
});

test('a value that ran out counts against nobody by all that it had won', () => {
	const before = stand(strong);
	const after = { ...stand({ ...strong, activeWeeks13: undefined }), ring: 'trial' as const };
	const lost = Number(/−(\d+\.\d)/.exec(moveReason(before, after) ?? '')?.[1] ?? 0);
	const fall = (before.score ?? 0) - (after.score ?? 0);
	const won =
		before.dimensions.flatMap(({ metrics }) => metrics).find(({ id }) => id === 'active-weeks')
			?.won ?? 0;
	expect(won).toBeGreaterThan(0);
	expect(lost).toBeLessThanOrEqual(Math.abs(fall) + 0.1);
});

test('what is not rated any more says why, and coming back does too', () => {
	const lost = { ...stand({}), ring: null, notRated: 'Its contributors: not observed.' };
	expect(moveReason(stand({}), lost)).toBe('Its contributors: not observed.');
	expect(moveReason(lost, stand({}))).toBe('Enough is known of it again.');
	const retired = { ...lost, ...stand({ archived: true }) };
	expect(moveReason(lost, retired)).toBe(
		'The repository is archived; its score is enough for Trial.'
	);
});
