import type { RingMix } from './trends.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const MONTHS = 12;

const adoptShare = ({ counts, total }: RingMix): string =>
	`${Math.round((100 * counts.adopt) / total)}%`;

/** Months from one edition to a later one. */
function monthsBetween(from: string, to: string): number {
	const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
	const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
	return (toYear - fromYear) * MONTHS + toMonth - fromMonth;
}

/** "Adopt’s share: 17% to 16% in 2 years", or "19%, as 2 years ago", of all projects; null without two editions that hold projects. */
export function mixFinding(mix: readonly RingMix[]): string | null {
	const told = mix.filter(({ total }) => total > 0);
	const [first, last] = [told[0], told.at(-1)];
	if (first === undefined || last === undefined || first === last) return null;
	const months = monthsBetween(first.edition, last.edition);
	const span =
		months > 0 && months % MONTHS === 0 ? plural(months / MONTHS, 'year') : plural(months, 'month');
	const [was, is] = [adoptShare(first), adoptShare(last)];
	return was === is
		? `Adopt’s share: ${is}, as ${span} ago`
		: `Adopt’s share: ${was} to ${is} in ${span}`;
}
