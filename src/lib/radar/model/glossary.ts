import { enteredAt, keptTo, cutOffsOf } from './rings/ring-bounds.ts';
import type { Settings } from './settings.ts';
import { percent } from '#lib/radar/words/numbers.ts';

/** Ids are anchors of the page. */
export const TERM_IDS = [
	'absence-factor',
	'band',
	'borderline',
	'confidence',
	'cut-off',
	'data-too-old',
	'dimension',
	'edition',
	'gate',
	'hold',
	'maturity',
	'momentum',
	'movement',
	'newly-measured',
	'not-rated',
	'ring',
	'score',
	'segment',
	'stability',
	'subcategory'
] as const;
export type TermId = (typeof TERM_IDS)[number];

export interface Term {
	id: TermId;
	term: string;
	means: string;
}

/** Every term in one or two sentences, in the order of the alphabet, with the numbers and names of the settings. */
export function glossaryOf({
	model,
	landscape,
	categories
}: Pick<Settings, 'model' | 'landscape' | 'categories'>): Term[] {
	const foundation = landscape.foundation.name;
	const cutOffs = cutOffsOf(model);
	const { stability, confidence, thresholds } = model;
	const means: Record<TermId, [term: string, means: string]> = {
		'absence-factor': [
			'Absence factor',
			'How many authors wrote half of the last 100 commits. One means that half of the work rests on one person.'
		],
		band: [
			'Band',
			`The ${stability.band} points on either side of a cut-off. Projects enter Adopt at ${enteredAt('adopt', cutOffs)} and leave it below ${keptTo('adopt', cutOffs)}, so that rings do not flicker.`
		],
		borderline: [
			'Borderline',
			`Fewer than ${percent(stability.borderline_below)} of other weightings give the same ring.`
		],
		confidence: [
			'Confidence',
			`The share of the points that could be measured, less a part for old figures or a short history. High from ${percent(confidence.high)}, low below ${percent(confidence.medium)}.`
		],
		'cut-off': [
			'Cut-off',
			`The score at which a ring begins for a first rating: ${cutOffs.adopt} for Adopt, ${cutOffs.trial} for Trial.`
		],
		'data-too-old': [
			'Data too old',
			'A project moved out only because figures expired. With their last known values it would have kept its ring.'
		],
		dimension: [
			'Dimension and metric',
			`The score has ${model.dimensions.length} dimensions, such as Community. Each has metrics, such as authors in a year, that earn points.`
		],
		edition: ['Edition', 'The radar as of one day: the end of a month, or a night.'],
		gate: [
			'Gate',
			`A limit or a floor that a fact sets, whatever the score: ${foundation} sandbox projects stop at Trial, archived ones are in Hold.`
		],
		hold: [
			'Hold',
			`Archived, retired, or without a human commit for ${thresholds.hold_after_days_without_commit} days. A low score alone never leads there.`
		],
		maturity: [
			`${foundation} maturity`,
			`Sandbox, incubating, graduated or archived, as the ${foundation} decides. Projects hosted elsewhere have none.`
		],
		momentum: [
			'Momentum',
			'Whether the last three months had more or less work than the nine before: rising, steady or falling. It is not part of the score.'
		],
		movement: [
			'Movement',
			'Whether a project moved in, moved out or is new since the edition before.'
		],
		'newly-measured': [
			'Newly measured',
			'A project moved only because evidence of its use became known. Without it the ring would be the same.'
		],
		'not-rated': [
			'Not rated',
			'Too little public data to rate it. This does not count against a project.'
		],
		ring: [
			'Ring',
			'Adopt, Trial, Assess or Hold: how strong the public evidence for a project is. Closer to the centre means stronger.'
		],
		score: [
			'Score',
			'0 to 100 points of public evidence. It does not measure the quality, fitness, speed or security of code.'
		],
		segment: [
			'Segment',
			`A slice of the chart: one category of the landscape, such as ${categories[0]?.name}.`
		],
		stability: [
			'Stability',
			`The share of ${stability.draws} other weightings of the dimensions that give the same ring.`
		],
		subcategory: ['Subcategory', 'A part of a segment in the landscape.']
	};
	return TERM_IDS.map((id) => ({ id, term: means[id][0], means: means[id][1] }));
}
