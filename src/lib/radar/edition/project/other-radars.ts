import type { ExpertPlacement } from './project-page.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** Older placements say little of today. */
export const OTHERS_SINCE = '2024-04';

/** All editions of one publisher form one source. */
export const familyOf = (source: string): string =>
	/^CNCF Technology Landscape Radar/.test(source)
		? 'CNCF-SlashData'
		: /^CNCF End User/.test(source)
			? 'CNCF End User'
			: (source.split(' ')[0] ?? source);

type Placed = Pick<ExpertPlacement, 'ring' | 'source' | 'date'>;

/** Each publisher's newest placement since {@link OTHERS_SINCE}, newest first. Accepts any order. */
export function otherRadars<P extends Placed>(placements: readonly P[]): P[] {
	const newest = new Map<string, P>();
	for (const placement of placements) {
		if (placement.date < OTHERS_SINCE) continue;
		const known = newest.get(familyOf(placement.source));
		if (known === undefined || known.date <= placement.date)
			newest.set(familyOf(placement.source), placement);
	}
	return [...newest.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** "3 adopt, 2 trial, 2 hold" */
const ringCountsText = (placements: readonly Placed[]): string =>
	RINGS.map((ring) => [placements.filter((one) => one.ring === ring).length, ring] as const)
		.filter(([count]) => count > 0)
		.map(([count, ring]) => `${count} ${ring}`)
		.join(', ');

/** "On 7 other radars: 3 adopt, 2 trial, 2 hold; newest April 2026". Null where none places it. */
export function otherRadarsText(placements: readonly Placed[]): string | null {
	const others = otherRadars(placements);
	const [newest] = others;
	if (newest === undefined) return null;
	return `On ${plural(others.length, 'other radar')}: ${ringCountsText(others)}; newest ${editionText(newest.date)}`;
}

/**
 * Why our ring differs from most of theirs: what acts on ours, else what the two kinds of radar look at.
 * Null where we give none, or where it is the one that they give the most.
 */
export function whyOursDiffers(
	ring: Ring | null,
	gates: readonly { acted: boolean; sentence: string }[],
	placements: readonly Placed[]
): string | null {
	const others = otherRadars(placements);
	if (ring === null || others.length === 0) return null;
	const countOf = (one: Ring) => others.filter((other) => other.ring === one).length;
	const most = Math.max(...RINGS.map(countOf));
	if (countOf(ring) === most) return null;
	const theirs = RINGS.filter((one) => countOf(one) === most);
	const inward = theirs.every((one) => ringIndex(ring) < ringIndex(one));
	const outward = theirs.every((one) => ringIndex(ring) > ringIndex(one));
	const way = inward ? 'closer to the centre' : outward ? 'further out' : 'elsewhere';
	const gate = gates.find(({ acted }) => acted);
	const because =
		gate === undefined
			? 'ours counts public evidence of people, releases, governance and use; theirs reports what a company chose for its own work'
			: `here a limit acts on it: ${gate.sentence.replace(/\.$/, '')}`;
	return `We place it in ${RING_WORDS[ring]}, ${way} than most of them: ${because}.`;
}
