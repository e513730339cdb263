import { expect, test } from 'vitest';
import { placeProject, prepareModel } from '#lib/radar/model/place.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import { GATE_IDS } from '#lib/radar/model/gates/gate-ids.ts';
import { verdictSentences } from './verdict.ts';
import { modelWithCutOffs } from '../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf } from '../../../../tests/fixtures/subject.ts';

const cutOffs = { adopt: 78, trial: 66, band: 3 };
const judge = prepareModel(modelWithCutOffs({ adopt: 78, trial: 66 }));
const { placement: healthy } = placeProject(subjectOf(HEALTHY), [], EDITION, null, true, judge);

const plain: Placement = {
	...healthy,
	ring: 'adopt',
	scoreRing: 'adopt',
	score: 84.3,
	heldByBand: false,
	gates: [],
	next: null,
	confidence: { share: 0.85, level: 'high' }
};
const gate = (id: GateAction['id'], effect: GateAction['effect']): GateAction => ({
	id,
	effect,
	ring: effect === 'hold' ? 'hold' : 'trial',
	acted: true,
	sentence: 'A sentence.'
});
const told = (
	changes: Partial<Placement>,
	more: { lacksData?: boolean; newlyMeasured?: boolean; borderline?: boolean } = {}
) =>
	verdictSentences({
		name: 'vLLM',
		placement: { ...plain, ...changes },
		cutOffs,
		lacksData: false,
		newlyMeasured: false,
		borderline: false,
		...more
	}).join(' ');

test.each([
	['plain', told({}), 'vLLM scores 84 of 100, enough for Adopt. Confidence is 85%.'],
	[
		'on the way',
		told({
			ring: 'trial',
			scoreRing: 'trial',
			score: 72.4,
			next: { ring: 'adopt', distance: 8.6, change: null, blockedBy: [] }
		}),
		'vLLM scores 72 of 100, enough for Trial. It needs 8.6 points more for Adopt, which starts at 81. Confidence is 85%.'
	],
	[
		'gated',
		told({ ring: 'trial', score: 90.1, gates: [gate('low-confidence', 'at-most')] }),
		'vLLM scores 90 of 100, enough for Adopt. It is held at Trial because too little of it is known. Confidence is 85%.'
	],
	[
		'lifted',
		told({
			ring: 'trial',
			scoreRing: 'assess',
			score: 60,
			gates: [gate('graduated', 'at-least')]
		}),
		'vLLM scores 60 of 100, below the 66 of Trial. It is lifted to Trial because its foundation graduated it. Confidence is 85%.'
	],
	[
		'stale',
		told({ ring: 'trial', scoreRing: 'trial', score: 70 }, { lacksData: true }),
		'vLLM scores 70 of 100, enough for Trial. It moved out only because figures are now too old to count. Confidence is 85%.'
	],
	[
		'newly measured',
		told({ ring: 'trial', scoreRing: 'trial', score: 70 }, { newlyMeasured: true }),
		'vLLM scores 70 of 100, enough for Trial. It moved only because more is known of its use. Confidence is 85%.'
	],
	[
		'borderline',
		told({ stability: 0.6 }, { borderline: true }),
		'vLLM scores 84 of 100, enough for Adopt. Borderline: 60% of other weightings agree.'
	],
	[
		'banded',
		told({ score: 76, heldByBand: true }),
		'vLLM scores 76 of 100 and keeps Adopt, which it leaves below 75. Confidence is 85%.'
	],
	[
		'not rated',
		told({ ring: null, score: null, notRated: 'Its repository has not been measured yet.' }),
		'vLLM is not rated. Its repository has not been measured yet. This does not count against it.'
	],
	[
		'hold',
		told({ ring: 'hold', gates: [gate('archived', 'hold')] }),
		'vLLM is in Hold because it is archived or retired.'
	]
])('a verdict that is %s', (_, text, expected) => {
	expect(text).toBe(expected);
});

test('no verdict of one gate has more than 45 words', () => {
	for (const id of GATE_IDS) {
		const text = told(
			{ ring: 'trial', gates: [gate(id, 'at-most')] },
			{ lacksData: true, borderline: true }
		);
		expect(text.split(' ').length).toBeLessThanOrEqual(45);
	}
});
