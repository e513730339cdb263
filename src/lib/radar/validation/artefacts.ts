import { gateRing } from '#lib/radar/model/gates/gates.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import { scoreText } from '#lib/radar/words/numbers.ts';
import { figure, type Check } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';

const NEAR_POINTS = 1;
const BAR_UNMARKED = 0.1;
const BAR_SHARED = 0.05;
const BAR_ALIKE = 0.5;

/** Does the model create gaps, clumps or uniform explanations? */
export function checkArtefacts({ rated, model }: Sample): Check {
	const near = rated.filter(({ placement }) => isNearCutOff(placement, model));
	const unmarked = near.filter(
		({ placement }) => (placement.stability ?? 1) >= model.stability.borderline_below
	);
	const shared = mostCommon(rated.map(({ placement }) => scoreText(placement.score)));
	const alike = mostCommon(rated.map(explanationOf));
	const unmarkedShare = near.length === 0 ? 0 : unmarked.length / near.length;
	const sharedShare = shared / rated.length;
	const alikeShare = alike / rated.length;
	const failures = [
		unmarkedShare > BAR_UNMARKED
			? `near a cut-off and not marked as borderline: ${unmarked.map(({ member }) => member.name).join(', ')}`
			: null,
		sharedShare > BAR_SHARED ? 'too many projects share one score' : null,
		alikeShare > BAR_ALIKE ? 'most explanations say the same' : null
	].filter((failure) => failure !== null);
	return {
		id: 'artefacts',
		title: 'No artefacts',
		accept:
			'at most 10% of the projects within 1 point of a cut-off unmarked; no value shared by more than 5% of the scores; explanations not all alike',
		passed: failures.length === 0,
		finding:
			failures.length === 0
				? 'Projects near a cut-off are marked as borderline, scores do not lump together, explanations differ.'
				: `${failures.join('; ')}.`.replace(/^./, (letter) => letter.toUpperCase()),
		figures: [
			figure(
				'Within 1 point of a cut-off that would change the ring, unmarked',
				'share',
				unmarkedShare,
				{
					of: near.length
				}
			),
			figure('Most common score, to a tenth', 'share', sharedShare, { of: rated.length }),
			figure('Most common explanation', 'share', alikeShare, { of: rated.length })
		]
	};
}

/** Within a point of a cut-off, where gates allow a different ring on each side. */
function isNearCutOff(
	{ score, gates }: RatedProject['placement'],
	{ cut_offs }: Sample['model']
): boolean {
	return [cut_offs.adopt, cut_offs.trial].some((cutOff) => {
		if (Math.abs(score - cutOff) > NEAR_POINTS) return false;
		const [outside, inside] = [cutOff - NEAR_POINTS, cutOff].map((s) =>
			gateRing(ringOfScore(s, cut_offs), gates)
		);
		return outside !== inside;
	});
}

/** Leaves out figures: gates and next steps only. */
const explanationOf = ({ placement: { ring, gates, next } }: RatedProject): string =>
	[ring, ...gates.map(({ id, acted }) => `${id}${acted ? '!' : ''}`), next?.change?.metric].join(
		' '
	);

function mostCommon(words: readonly string[]): number {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return Math.max(0, ...counts.values());
}
