import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { placeProject, prepareModel } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { modelWithCutOffs } from '../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf } from '../../../../tests/fixtures/subject.ts';
import RingReasons from './RingReasons.svelte';

const model = modelWithCutOffs({ adopt: 78, trial: 66 });

const judge = prepareModel(model);
const { placement } = placeProject(subjectOf(HEALTHY), [], EDITION, null, true, judge);

/** What a reader sees, without the mark-up. */
const shown = (changes: Partial<Placement>, borderline = false) =>
	render(RingReasons, {
		props: {
			name: 'vLLM',
			placement: { ...placement, ...changes },
			cutOffs: cutOffsOf(model),
			borderline,
			lacksData: false,
			newlyMeasured: false
		}
	})
		.body.replace(/<[^>]*>/g, '')
		.replace(/\s+/g, ' ');

test('a move on its way is told with its night', () => {
	expect(shown({})).not.toContain('Moving to');
	expect(shown({ pending: { to: 'trial', night: 2, of: 14 } })).toContain(
		'Moving to Trial: night 2 of 14.'
	);
});

test('a gate on its way is told with its night', () => {
	const sentence = 'One author wrote half; this is night 3.';
	const pendingGates = [{ id: 'one-author' as const, closing: true, night: 3, of: 14, sentence }];
	expect(shown({ pendingGates })).toContain(sentence);
});

test('a score past the cut-off that does not suffice is told with the bound that counts', () => {
	const next = { ring: 'adopt' as const, distance: 2.65, change: null, blockedBy: [] };
	const text = shown({ ring: 'trial', scoreRing: 'trial', score: 78.35, gates: [], next });
	expect(text).toMatch(
		/78\.3 is not yet enough for Adopt, which starts at 81\.\s+No limit applies\./
	);
	expect(text).toContain('It needs 2.7 points more for Adopt (81 to get in, 75 to stay).');
});

test('where the score is enough, what would lift the gate is named', () => {
	const lifts = ['Incubation at the CNCF would lift this limit.'];
	const blockedBy = ['CNCF sandbox projects stop at Trial; its score is enough for Adopt.'];
	const next = { ring: 'adopt' as const, distance: 0, change: null, blockedBy, lifts };
	expect(shown({ ring: 'trial', scoreRing: 'adopt', score: 90, next })).toContain(
		'The score is enough for Adopt; a limit keeps it out. Incubation at the CNCF would lift this limit.'
	);
});

test('a gate that caps the next ring is told with the points, and nothing says that none stands against it', () => {
	const sentence = 'CNCF sandbox projects stop at Trial.';
	const gates = [
		{
			id: 'sandbox' as const,
			effect: 'at-most' as const,
			ring: 'trial' as const,
			acted: false,
			sentence
		}
	];
	const lifts = ['Incubation at the CNCF would lift this limit.'];
	const next = { ring: 'adopt' as const, distance: 5, change: null, blockedBy: [sentence], lifts };
	const text = shown({ ring: 'trial', scoreRing: 'trial', score: 76, gates, next });
	expect(text).toContain('Two things keep it from Adopt: points, and one limit.');
	expect(text).toContain(`${sentence} ${lifts[0]}`);
	expect(text.split(sentence)).toHaveLength(2);
	expect(text).not.toMatch(/no limit applies/i);
});

test('what a gate holds is not told which ring its score would give', () => {
	const sentence = 'Retired: the branch is empty; its score is enough for Trial.';
	const gates = [
		{
			id: 'archived' as const,
			effect: 'hold' as const,
			ring: 'hold' as const,
			acted: true,
			sentence
		}
	];
	const lifts = ['Only its owners or the CNCF can undo that.'];
	const next = { ring: 'assess' as const, distance: 0, change: null, blockedBy: [sentence], lifts };
	const text = shown({ ring: 'hold', scoreRing: 'trial', score: 70.9, gates, next });
	expect(text).toContain(sentence);
	expect(text).toContain(lifts[0]);
	expect(text).not.toContain('points: enough');
});

test('borderline is what the settings call so', () => {
	expect(shown({ stability: 0.85 }, true)).toMatch(/Borderline: 85% of other weightings/);
	expect(shown({ stability: 0.75 }, false)).toContain('Stable: 75% of other weightings');
});
