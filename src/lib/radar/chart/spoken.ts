import type { Blip } from '#lib/radar/model/placement.ts';
import { wholeScore } from '#lib/radar/words/numbers.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { dataReason, MOVEMENT_WORDS, ringText } from '#lib/radar/words/labels.ts';

const spokenPlace = (ring: Ring | null, segment: string): string => `${ringText(ring)}, ${segment}`;

export function spokenBlip(blip: Blip, segment: string): string {
	const parts = [blip.name, spokenPlace(blip.ring, segment)];
	if (blip.score !== null) parts.push(`score ${wholeScore(blip.score)}`);
	return [...parts, ...spokenStates(blip)].join(', ');
}

export function spokenStates(blip: Blip): string[] {
	const states: string[] = [];
	if (blip.movement !== 'none') {
		const word = MOVEMENT_WORDS[blip.movement].toLowerCase();
		states.push(`${word}${dataReason(blip)}`);
	}
	if (blip.archived) states.push('archived');
	if (blip.ring !== null && blip.confidence === 'low') states.push('low confidence');
	return states;
}
