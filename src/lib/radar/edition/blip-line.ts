import type { Blip } from '#lib/radar/model/placement.ts';
import { dataReason, MOVEMENT_WORDS, RING_MEANINGS, RING_WORDS } from '#lib/radar/words/labels.ts';

type Told = Pick<
	Blip,
	| 'ring'
	| 'previousRing'
	| 'movement'
	| 'lacksData'
	| 'newlyMeasured'
	| 'archived'
	| 'borderline'
	| 'confidence'
	| 'notRated'
>;

/** The one thing to know of a project beside its ring and score, from what every page holds of it. */
export function blipLine(blip: Told): string {
	const { ring, previousRing, movement, lacksData, archived, borderline, confidence } = blip;
	const before = previousRing === null ? '' : RING_WORDS[previousRing];
	if (ring === null) return blip.notRated ?? 'Not rated.';
	if (lacksData) return `Was ${before}. Some figures are now too old to count.`;
	if (archived) return 'Its repository is archived, or the project is retired.';
	if (movement === 'in' || movement === 'out') {
		return `${MOVEMENT_WORDS[movement]}${before === '' ? '' : ` from ${before}`}${dataReason(blip)}.`;
	}
	if (movement === 'new') return 'New in this edition.';
	if (borderline) return 'Borderline: other weightings give another ring.';
	if (confidence === 'low') return 'Few of its figures are known.';
	return `${RING_MEANINGS[ring] ?? ''}.`;
}
