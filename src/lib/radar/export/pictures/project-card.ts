import { fitText, type FittedText } from './fit-text.ts';
import { verdictSentences } from '#lib/radar/edition/verdict.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import type { departure } from '#lib/radar/edition/moves/history.ts';
import { inRing } from '#lib/radar/edition/moves/words.ts';
import { scoreText } from '#lib/radar/words/numbers.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS, ringText } from '#lib/radar/words/labels.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { hasLettersFor } from './picture-letters.ts';

/** In card units. */
const CARD_WORDS = 552;
/** Relative to `textWidth`. */
export const BOLD = 1.1;

export interface ProjectCard {
	name: FittedText;
	/** Null when not in the edition. */
	place: FittedText | null;
	/** Null: not rated. */
	ring: Ring | null;
	verdict: string;
	/** "77.9"; null without a score. */
	score: string | null;
	says: FittedText;
}

const NAME = [
	{ fontSize: 92, lines: 1 },
	{ fontSize: 76, lines: 1 },
	{ fontSize: 62, lines: 2 },
	{ fontSize: 52, lines: 2 },
	{ fontSize: 44, lines: 3 },
	{ fontSize: 38, lines: 3 }
] as const;
const PLACE = [
	{ fontSize: 26, lines: 1 },
	{ fontSize: 23, lines: 2 }
] as const;
const SAYS = [
	{ fontSize: 26, lines: 3 },
	{ fontSize: 23, lines: 4 },
	{ fontSize: 21, lines: 5 }
] as const;

type Departure = ReturnType<typeof departure>;

/** `gone`: how it left the radar; null for a current project. */
export function projectCard(
	{
		name,
		repository,
		blip,
		placement,
		cutOffs,
		edition
	}: Pick<ProjectPage, 'name' | 'repository' | 'blip' | 'placement' | 'cutOffs' | 'edition'>,
	gone: Departure
): ProjectCard {
	const stands = gone === null ? blip : null;
	const { verdict, sentences } =
		gone !== null
			? { verdict: 'Left the radar', sentences: [departed(gone)] }
			: blip === null
				? {
						verdict: 'Not in this edition',
						sentences: [`It did not stand on the radar in ${editionText(edition.id)}.`]
					}
				: blip.ring === null
					? { verdict: ringText(null), sentences: [blip.notRated ?? ''] }
					: {
							verdict: RING_WORDS[blip.ring],
							sentences:
								placement === null ? [] : verdictSentences({ ...blip, name, placement, cutOffs })
						};
	return {
		name: fitText(hasLettersFor(name) ? name : (repository ?? name), CARD_WORDS / BOLD, NAME),
		place: blip && fitText(formatPath(blip), CARD_WORDS / BOLD, PLACE),
		ring: stands?.ring ?? null,
		verdict,
		score: stands?.score == null ? null : scoreText(stands.score),
		says: fitSentences(sentences)
	};
}

function departed({ left, last }: NonNullable<Departure>): string {
	return `It stood last in ${editionText(last.edition)}${inRing(last.state)}. Since ${editionText(left.edition)} the landscape no longer files it in its AI part.`;
}

/** Whole sentences, as many as there is room for. */
function fitSentences(sentences: readonly string[]): FittedText {
	const fitted = fitText(sentences.join(' '), CARD_WORDS, SAYS);
	const isCut = fitted.lines.at(-1)?.endsWith('…') === true;
	return isCut && sentences.length > 1 ? fitSentences(sentences.slice(0, -1)) : fitted;
}
