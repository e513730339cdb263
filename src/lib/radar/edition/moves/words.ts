import { ringOf, type Move, type MoveKind, type StandingState } from './move.ts';
import { USE_KIND_NAMES } from '#lib/radar/model/use-share.ts';
import { stayed, type Moved } from './stayed.ts';
import { FOR_LACK_OF_DATA, MOVEMENT_WORDS, RING_WORDS, ringText } from '#lib/radar/words/labels.ts';

export const stateText = (state: StandingState): string =>
	state === 'absent' ? 'not there' : ringText(state);

const KINDS: Record<MoveKind, { says: (from: string, to: string) => string; glyph: string }> = {
	in: { says: (from, to) => `moved in, ${from} to ${to}`, glyph: 'arc-in' },
	out: { says: (from, to) => `moved out, ${from} to ${to}`, glyph: 'arc-out' },
	entered: { says: (_, to) => `entered, ${to}`, glyph: 'star' },
	returned: { says: (_, to) => `returned, ${to}`, glyph: 'star' },
	left: { says: (from) => `left, from ${from}`, glyph: 'not-rated' },
	rated: { says: (_, to) => `rated again, ${to}`, glyph: 'not-rated' },
	unrated: { says: (from) => `no longer rated, was ${from}`, glyph: 'not-rated' }
};

/** "newly measured: use by others of the group"; null where nothing new made the move. */
export const newlyMeasuredText = ({ newlyMeasured }: Pick<Move, 'newlyMeasured'>): string | null =>
	newlyMeasured === undefined
		? null
		: `newly measured: ${newlyMeasured.map((kind) => USE_KIND_NAMES[kind]).join(' and ')}`;

/** "moved in, Assess to Trial" */
export const moveText = (move: Move): string => {
	const { kind, from, to, lacksData } = move;
	const text = KINDS[kind].says(stateText(from), stateText(to));
	const fresh = newlyMeasuredText(move);
	if (fresh !== null) return `${text} (${fresh})`;
	return lacksData ? text.replace(',', ` ${FOR_LACK_OF_DATA},`) : text;
};

/** Broken where the data changed, not the project. */
export const moveGlyph = ({ kind, lacksData, newlyMeasured }: Move): string =>
	lacksData || newlyMeasured ? `${KINDS[kind].glyph} broken` : KINDS[kind].glyph;

/** ", in Trial"; empty without a ring. */
export const inRing = (state: StandingState): string => {
	const ring = ringOf(state);
	return ring === null ? '' : `, in ${RING_WORDS[ring]}`;
};

export const lostItsRing = ({ movement, ring, previousRing }: Moved): boolean =>
	movement === 'none' && ring === null && previousRing !== null;

/** Null without a previous ring to compare. */
export function movementText(blip: Moved): string | null {
	if (blip.movement !== 'none' || stayed(blip)) return MOVEMENT_WORDS[blip.movement];
	return lostItsRing(blip) ? 'Rating lost' : null;
}
