import { plural } from '#lib/radar/words/numbers.ts';
import type { NewsLine } from './week/news-line.ts';

/** What is counted in the digest instead of told, in the order shown. */
export const FOLDED = [
	'entered',
	'lack-of-data',
	'release',
	'patch',
	'pre-release',
	'landscape',
	'article'
] as const;
type Folded = (typeof FOLDED)[number];

export interface FoldedGroup {
	what: Folded;
	/** "14 patch releases" */
	text: string;
	lines: NewsLine[];
}

/** When more enter in a week, they are folded: the landscape took up a whole group. */
const MOST_ENTERED = 5;

const hasEntered = ({ item }: NewsLine): boolean => item.facts.move?.kind === 'entered';

function kindOf(line: NewsLine): Folded {
	const { kind, facts } = line.item;
	if (kind === 'article') return 'article';
	if (facts.move?.lacksData === true) return 'lack-of-data';
	if (kind !== 'release') return hasEntered(line) ? 'entered' : 'landscape';
	if (facts.release?.prerelease === true) return 'pre-release';
	return facts.release?.step === 'patch' ? 'patch' : 'release';
}

function textOf(what: Folded, count: number): string {
	switch (what) {
		case 'entered':
			return `${plural(count, 'project')} entered the radar`;
		case 'lack-of-data':
			return `${plural(count, 'ring change')} because data is too old`;
		case 'release':
			return plural(count, 'further release');
		case 'patch':
			return plural(count, 'patch release');
		case 'pre-release':
			return plural(count, 'pre-release');
		case 'landscape':
			return plural(count, 'further landscape change');
		case 'article':
			return plural(count, 'further article');
	}
}

/** Parts what is told from what is counted. Lines about the reader's own projects are always told. */
export function fold(
	lines: readonly NewsLine[],
	tellAll = false
): { told: NewsLine[]; folded: FoldedGroup[] } {
	const many = lines.filter((line) => hasEntered(line)).length > MOST_ENTERED;
	const counts = (line: NewsLine) =>
		!tellAll && !line.mine && (line.reason === 'rest' || (many && hasEntered(line)));
	const groups = Map.groupBy(lines.filter(counts), kindOf);
	return {
		told: lines.filter((line) => !counts(line)),
		folded: FOLDED.flatMap((what) => {
			const group = groups.get(what) ?? [];
			return group.length === 0 ? [] : [{ what, text: textOf(what, group.length), lines: group }];
		})
	};
}

/** "and 14 patch releases, 3 further articles"; empty for nothing. */
export const foldedText = (folded: readonly FoldedGroup[]): string =>
	folded.length === 0 ? '' : `and ${folded.map(({ text }) => text).join(', ')}`;
