import { lowerFirst, RING_WORDS } from '#lib/radar/words/labels.ts';
import { wholeScore } from '#lib/radar/words/numbers.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import type { Gap } from '#lib/radar/guide/facts/gaps.ts';
import type { Part } from './stack.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** The weakest link of a stack. */
export interface Weakest {
	/** The must that stands worst: missing, or lowest by ring and then by score. */
	role: string;
	/** Null: nothing plays it. */
	project: string | null;
	sentence: string;
	/** Where it is missing, the weakest of the parts that there are, in a sentence; null when there is none. */
	ofParts: string | null;
}

/**
 * The must on which a stack is weakest; null when it has no must. A part that nothing plays ranks below assess, one that
 * the radar cannot rate beside assess. What every use case stands on does not count.
 */
export function weakestOf(
	parts: readonly Part[],
	gaps: readonly Gap[],
	useCases: UseCases
): Weakest | null {
	const part = weakestPart(parts.filter(isMust));
	const musts = gaps.filter(isMust);
	const gap = musts.find(({ kind }) => kind !== 'not-rated') ?? musts[0];
	const says = part === null ? null : partSentence(part, useCases);
	if (gap !== undefined && (part === null || rankOf(gap) >= ringRank(part))) {
		const sentence = `${gap.kind === 'not-rated' ? 'The weakest link may be' : 'The weakest link is'} what is missing. ${gap.sentence}`;
		const ofParts = says === null ? null : `Of the parts that there are, the weakest is ${says}`;
		return { role: gap.need.role, project: null, sentence, ofParts };
	}
	if (part === null) return null;
	const { need, player } = part;
	const sentence = `The weakest link is ${says}`;
	return { role: need.role, project: player.project.id, sentence, ofParts: null };
}

const rankOf = ({ kind }: Gap): number =>
	kind === 'not-rated' ? ringIndex('assess') : ringIndex('hold') + 1;

/** What is pinned may be on hold, or not rated. */
const ringRank = ({ player }: Part): number => ringIndex(player.project.ring ?? 'assess');

function weakestPart(parts: readonly Part[]): Part | null {
	const score = ({ player }: Part) => player.project.score ?? 0;
	const [worst] = [...parts].sort((a, b) => ringRank(b) - ringRank(a) || score(a) - score(b));
	return worst ?? null;
}

function partSentence({ need, player: { project } }: Part, useCases: UseCases): string {
	const what = lowerFirst(useCases.role(need.role).label);
	return `${project.name} (${what}): ${standing(project.ring, project.score)}.`;
}

const isMust = ({ need }: Pick<Part, 'need'>): boolean => need.need === 'must' && !need.base;

/** "Trial, score 76", "not rated". */
export const standing = (ring: Ring | null, score: number | null): string =>
	ring === null
		? 'not rated'
		: `${RING_WORDS[ring]}${score === null ? '' : `, score ${wholeScore(score)}`}`;
