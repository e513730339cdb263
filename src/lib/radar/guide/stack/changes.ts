import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { plural, wholeScore, percent } from '#lib/radar/words/numbers.ts';
import { ringIndex } from '#lib/radar/words/vocabulary.ts';
import type { LeftPlayer, RoleCandidates } from './candidates.ts';
import type { Player } from './guide-edition.ts';
import type { GuideWeights } from '#lib/radar/guide/facts/guide-settings.ts';
import type { Alternative, Part } from './stack.ts';

/** What would put another project in a part's place. */
export interface Change {
	role: string;
	/** The one that stands second. */
	project: string;
	/** The one thing that separates it. */
	reason: 'gate' | 'ring' | 'side' | 'pairs' | 'conflict' | 'points' | 'not-rated' | 'pinned';
	sentence: string;
}

/**
 * For each part the runner-up, with the one reason for which it stands second. Where nobody else that is rated plays the
 * part, one that is not rated, because a figure may change it.
 */
export const changesOf = (
	parts: readonly Part[],
	candidates: ReadonlyMap<string, RoleCandidates>,
	weights: GuideWeights
): Change[] =>
	parts.flatMap((part) => {
		const { need } = part;
		const [second] = part.alternatives;
		if (second !== undefined) {
			const { reason, says } = separates(part, second, weights);
			const { id, name } = second.player.project;
			return [{ role: need.role, project: id, reason, sentence: `${name} ${says}` }];
		}
		const unrated = candidates.get(need.role)?.left.find(isNotRated);
		if (unrated === undefined) return [];
		const { project } = unrated.player;
		const sentence = `${project.name} may change this once it is rated. ${project.notRated ?? ''}`;
		return [
			{ role: need.role, project: project.id, reason: 'not-rated', sentence: sentence.trim() }
		];
	});

const isNotRated = ({ reason }: LeftPlayer): boolean => reason.kind === 'not-rated';

/** The first of the things that count which the second does not have. */
function separates(
	part: Part,
	second: Alternative,
	weights: GuideWeights
): { reason: Change['reason']; says: string } {
	const { player } = part;
	const [chosen, other] = [player.project, second.player.project];
	if (part.pinned) return { reason: 'pinned', says: `would do as well; you run ${chosen.name}.` };
	const lifted = liftedByGate(part, second, weights);
	if (lifted !== null) return lifted;
	if (ringOf(second.player) > ringOf(player)) {
		const stands = `${RING_WORDS[other.ring ?? 'hold']}, ${chosen.name} in ${RING_WORDS[chosen.ring ?? 'hold']}`;
		return { reason: 'ring', says: `is in ${stands}.` };
	}
	if (second.player.fact.side && !player.fact.side) {
		return {
			reason: 'side',
			says: `plays this besides its main part; ${chosen.name} is made for it.`
		};
	}
	const pairs = part.neighbours.length - second.pairs;
	if (pairs > 0) {
		return {
			reason: 'pairs',
			says: `has ${plural(pairs, 'documented pair')} fewer in this stack.`
		};
	}
	if (second.costs > 0) {
		return { reason: 'conflict', says: 'fits the other parts of this stack less well.' };
	}
	const points = wholeScore(chosen.score ?? 0) - wholeScore(other.score ?? 0);
	return points > 0
		? { reason: 'points', says: `has ${plural(points, 'point')} fewer.` }
		: { reason: 'points', says: `is level with ${chosen.name}.` };
}

const ringOf = ({ project }: Player): number => ringIndex(project.ring ?? 'hold');

/** Whether the second would stand first if its ring were what its score is enough for. */
function liftedByGate(
	{ need, player }: Part,
	second: Alternative,
	weights: GuideWeights
): { reason: 'gate'; says: string } | null {
	const { ring, scoreRing, gates, confidence } = second.player.project;
	if (ring === null || ring === 'hold' || scoreRing === null || scoreRing === 'hold') return null;
	const times = need.need === 'must' ? weights.must : weights.should;
	const won = (weights[scoreRing] - weights[ring]) * times;
	if (won <= 0 || won <= second.costs) return null;
	const { name } = player.project;
	const isForData = gates.every(({ id }) => id === 'low-confidence');
	const says = isForData
		? `would come before ${name} if its data were complete: its score is enough for ${scoreRing}, ${percent(confidence.share)} is known.`
		: `would come before ${name} but for a gate. ${gates.map(({ sentence }) => sentence).join(' ')}`;
	return { reason: 'gate', says };
}
