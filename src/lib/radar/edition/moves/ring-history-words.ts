import type { HistoryMove, StandingState, Turn } from './ring-history.ts';
import { FOR_LACK_OF_DATA, RING_WORDS } from '#lib/radar/words/words.ts';

export const stateText = (state: StandingState): string =>
	state === 'not-rated' ? 'Not rated' : state === 'absent' ? 'not there' : RING_WORDS[state];

const TURNS: Record<Turn, { says: (from: string, to: string) => string; glyph: string }> = {
	entered: { says: (_, to) => `entered, ${to}`, glyph: 'star' },
	returned: { says: (_, to) => `returned, ${to}`, glyph: 'star' },
	left: { says: (from) => `left, from ${from}`, glyph: 'not-rated' },
	in: { says: (from, to) => `moved in, ${from} to ${to}`, glyph: 'arc-in' },
	out: { says: (from, to) => `moved out, ${from} to ${to}`, glyph: 'arc-out' },
	rated: { says: (_, to) => `rated again, ${to}`, glyph: 'not-rated' },
	unrated: { says: (from) => `no longer rated, was ${from}`, glyph: 'not-rated' }
};

/** "moved in, Assess to Trial" */
export const moveText = ({ turn, from, to, lacksData }: HistoryMove): string => {
	const text = TURNS[turn].says(stateText(from), stateText(to));
	return lacksData ? text.replace(',', ` ${FOR_LACK_OF_DATA},`) : text;
};

export const moveGlyph = ({ turn, lacksData }: HistoryMove): string =>
	lacksData ? `${TURNS[turn].glyph} broken` : TURNS[turn].glyph;
