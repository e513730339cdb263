import { metricChanges } from './metric-changes.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { passedText } from '#lib/radar/model/rings/ring-bounds-words.ts';
import { scoreText, signedText } from '#lib/radar/words/numbers.ts';
import { ringIndex } from '#lib/radar/words/vocabulary.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';

type Stand = Pick<Placement, 'ring' | 'score' | 'gates' | 'dimensions' | 'notRated'>;

const NAMED = 2;

/** Names gates, or points and the crossed bound; null for the same ring. `cutOffs`: later model. */
export function moveReason(before: Stand, after: Stand, cutOffs: CutOffs): string | null {
	if (before.ring === after.ring) return null;
	if (after.ring === null) return after.notRated;
	const held = after.gates.find(({ effect }) => effect === 'hold');
	if (before.ring === null) return held?.sentence ?? 'Enough is known of it again.';
	const inward = ringIndex(after.ring) < ringIndex(before.ring);
	const acted = ({ gates }: Stand) => gates.filter((gate) => gate.acted);
	const closed = acted(after).filter((gate) => !acted(before).some(isSameLimit(gate)));
	const opened = acted(before).filter((gate) => !acted(after).some(isSameLimit(gate)));
	const [gate] = inward
		? [
				...opened.filter(({ effect }) => effect !== 'at-least'),
				...closed.filter(({ effect }) => effect === 'at-least')
			]
		: [
				...closed.filter(({ effect }) => effect !== 'at-least'),
				...opened.filter(({ effect }) => effect === 'at-least')
			];
	if (gate !== undefined) {
		return acted(after).includes(gate) ? gate.sentence : ceasedText(gate.sentence);
	}
	const passed = passedText(before.ring, after.ring, after.score ?? 0, cutOffs);
	return scoreReason(before, after, passed === null ? '' : `, ${passed}`);
}

/** A project that grows older passes from one limit of the same gate to the next. */
const isSameLimit =
	({ id, ring }: GateAction) =>
	(gate: GateAction): boolean =>
		gate.id === id && gate.ring === ring;

export const ceasedText = (sentence: string): string =>
	`No longer applies: ${lowerFirst(sentence.replace(/; its score (still keeps|is enough for) \w+\.$/, '.'))}`;

function scoreReason(before: Stand, after: Stand, passed: string): string {
	const rose = (after.score ?? 0) >= (before.score ?? 0);
	const named = metricChanges(before, after)
		.filter(({ effect }) => effect > 0 === rose)
		.slice(0, NAMED)
		.map(({ label, effect }) => `${lowerFirst(label)} ${signedText(effect)}`);
	const because = named.length === 0 ? '' : `: ${named.join(', ')}`;
	return `The score went from ${scoreText(before.score ?? 0)} to ${scoreText(after.score ?? 0)}${passed}${because}.`;
}
