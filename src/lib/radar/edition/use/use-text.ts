import type { UseEvidence } from '#lib/radar/model/use.ts';
import type { ObservedPart, ShownUseKind, UsePart } from '#lib/radar/model/use-share.ts';
import { countText, percent, plural } from '#lib/radar/words/numbers.ts';
import { programsFirst } from './user-file.ts';
import { MATURITY_WORDS } from '#lib/radar/words/labels.ts';
import type { Maturity } from '#lib/radar/words/vocabulary.ts';

/** Kinds of evidence of use, as shown. */
export const USE_KIND_WORDS: Record<ShownUseKind, string> = {
	downloads: 'Downloads',
	peers: 'Used by others of the group',
	adopters: 'Adopters named',
	verified: 'Adopters interviewed by the foundation',
	pulls: 'Container pulls'
};

const NAMES = 2;
const MILLION = 1_000_000;

/** "12.4 million", "980,000". */
const largeCount = (count: number): string =>
	count >= MILLION
		? `${(count / MILLION).toFixed(1).replace(/\.0$/, '')} million`
		: countText(count);

/** What a kind's value says, in words. `nameOf`: a project's name by its repository; null where it is none of the group. */
export function usePartText(
	part: Extract<UsePart, { state: 'observed' }>,
	nameOf: (repository: string) => string | null
): string {
	const number = Number(part.value);
	switch (part.kind) {
		case 'downloads': {
			const fewer = part.isBound ? 'fewer than ' : '';
			return `${fewer}${largeCount(number)} downloads a month of ${part.name}`;
		}
		case 'peers': {
			if (number === 0) return 'no other project of the group declares it';
			const names = programsFirst(part.usedBy).map(
				({ repository }) => nameOf(repository) ?? repository
			);
			const more = names.length - NAMES;
			return more > 0
				? `used by ${names.slice(0, NAMES).join(', ')} and ${countText(more)} more of the group`
				: `used by ${names.join(' and ')}`;
		}
		case 'adopters':
			return `${plural(number, 'adopter')} named`;
		case 'verified':
			return `${MATURITY_WORDS[part.value as Maturity].toLowerCase()} in the CNCF, which interviews adopters for that`;
		case 'pulls':
			return `${largeCount(number)} pulls of the image ${part.name} since the beginning`;
	}
}

/** How a known kind counts: "62%, counts", "40%, does not count", "a fact, 0 points". */
export const countsText = ({ kind, share, counts }: ObservedPart): string =>
	kind === 'pulls'
		? 'a fact, 0 points'
		: `${percent(share)}, ${counts ? 'counts' : 'does not count'}`;

/** All that is known of a project's use in one sentence; null where nothing is. */
export function useSentence(
	{ parts }: UseEvidence,
	nameOf: (repository: string) => string | null
): string | null {
	const texts = parts.flatMap((part) =>
		part.state === 'observed' ? [usePartText(part, nameOf)] : []
	);
	if (texts.length === 0) return null;
	const text = texts.join('; ');
	return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
