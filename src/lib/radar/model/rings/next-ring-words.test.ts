import { expect, test } from 'vitest';
import { nextRingSentences } from './next-ring-words.ts';
import type { GateAction, NextRing } from '#lib/radar/model/placement.ts';

const cutOffs = { adopt: 78, trial: 66, band: 3 };
const sandbox = 'CNCF sandbox projects stop at Trial.';
const gate = (changes: Partial<GateAction> = {}): GateAction => ({
	id: 'sandbox',
	effect: 'at-most',
	ring: 'trial',
	acted: false,
	sentence: sandbox,
	...changes
});
const told = (next: Partial<NextRing>, gates: GateAction[] = [], score = 77.9) =>
	nextRingSentences(
		{
			next: { ring: 'adopt', distance: 3.1, change: null, blockedBy: [], ...next },
			score,
			gates
		},
		cutOffs
	).join(' ');

const change = {
	metric: 'contributors',
	sentence: 'contributors in all: 736 instead of 201',
	gain: 3.1
};
const lifts = ['Incubation at the CNCF would lift this limit.'];
const points = 'It needs 3.1 points more for Adopt (81 to get in, 75 to stay).';

test('where points alone are missing, one change would do, or none closes it', () => {
	expect(told({ change })).toBe(
		`${points} One improvement would be enough: ${change.sentence} (+3.1).`
	);
	expect(told({})).toBe(`${points} No single improvement would be enough.`);
});

test('where a gate stands in the way too, both are asked for, and what would lift it follows it', () => {
	const both = 'Two things keep it from Adopt: points, and one limit.';
	expect(told({ change, blockedBy: [sandbox], lifts }, [gate()])).toBe(
		`${both} ${points} One improvement would bring the points: ${change.sentence} (+3.1). ${sandbox} ${lifts[0]}`
	);
	expect(told({ blockedBy: [sandbox], lifts }, [gate()])).toBe(
		`${both} ${points} No single improvement would be enough. ${sandbox} ${lifts[0]}`
	);
	expect(told({ change, blockedBy: [sandbox], lifts }, [gate()])).not.toContain('would be enough');
});

test('of two gates each is told with its own lift; what was published without lifts names the gates', () => {
	const young = 'Younger than six months: stops at trial.';
	const blockedBy = [young, sandbox];
	expect(told({ blockedBy, lifts: ['Only time lifts this limit.', ...lifts] })).toContain(
		`points, and limits. ${points} No single improvement would be enough. ${young} Only time lifts this limit. ${sandbox} ${lifts[0]}`
	);
	expect(told({ blockedBy })).toMatch(new RegExp(`would be enough\\. ${young} ${sandbox}$`));
});

test('where the score is enough, a gate is in the way, or time', () => {
	expect(told({ distance: 0, blockedBy: [sandbox], lifts }, [gate({ acted: true })], 90)).toBe(
		`The score is enough for Adopt; a limit keeps it out. ${lifts[0]}`
	);
	expect(told({ distance: 0 }, [], 82)).toBe(
		'The score is enough for Adopt, once it has stayed there.'
	);
});

test('no score is enough where a gate holds it', () => {
	const retired = gate({
		id: 'archived',
		effect: 'hold',
		ring: 'hold',
		acted: true,
		sentence: 'Retired.'
	});
	const only = 'Only its owners or the CNCF can undo that.';
	expect(
		told({ ring: 'assess', distance: 0, blockedBy: ['Retired.'], lifts: [only] }, [retired])
	).toBe(`A limit keeps it in Hold, whatever the score. ${only}`);
});

test('nothing is told where nothing comes next', () => {
	expect(nextRingSentences({ next: null, score: 90, gates: [] }, cutOffs)).toEqual([]);
});
