import type { Placement } from '#lib/radar/model/placement.ts';
import { percent } from '#lib/radar/words/numbers.ts';

/** "Confidence is 55%: 61 of 100 points measured, less 10% for old figures." */
export function confidenceText({
	confidence,
	dimensions
}: Pick<Placement, 'confidence' | 'dimensions'>): string {
	const parts = dimensions.flatMap(({ metrics }) => metrics);
	const pointsOf = (states: readonly string[]): number =>
		parts.reduce((sum, part) => sum + (states.includes(part.state) ? part.possible : 0), 0);
	const measured = pointsOf(['observed']);
	const whole = pointsOf(['observed', 'unknown']);
	const { share, lessFor = [] } = confidence;
	const less =
		lessFor.length === 0 || measured === 0
			? ''
			: `, less ${percent(1 - (share * whole) / measured)} for ${lessFor.join(' and ')}`;
	return `Confidence is ${percent(share)}: ${measured} of ${whole} points measured${less}.`;
}
