import type { CarriedBy } from './carried-by.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const MOST_NAMES = 3;
/** Below this share known the bar would be nearly all "not known": the line alone is shown. */
const BAR_FROM = 0.2;

/** A part of the bar, in whole percent; all parts together are 100. */
export interface BarPart {
	kind: 'organisation' | 'others' | 'not-known';
	label: string;
	percent: number;
	owns: boolean;
}

/** Whether enough is known for a bar. */
export const hasBar = ({ notKnown }: CarriedBy): boolean => 1 - notKnown >= BAR_FROM;

/**
 * The parts of the bar: at most three names of one percent or more, the others, and what is not known. Known shares are rounded down, for they
 * are lower bounds; what is left of the whole is not known, if anything is.
 */
export function barParts({ named, others: folded, notKnown }: CarriedBy): BarPart[] {
	const shown = named.filter(({ share }) => floorPercent(share) > 0).slice(0, MOST_NAMES);
	const rest = named
		.filter((part) => !shown.includes(part))
		.reduce((sum, { share }) => sum + share, folded);
	const parts = shown.map(({ organisation, share, owns }): BarPart => {
		return { kind: 'organisation', label: organisation.name, percent: floorPercent(share), owns };
	});
	const others = floorPercent(rest);
	const left = 100 - others - parts.reduce((sum, { percent }) => sum + percent, 0);
	// Where all is known, what rounding leaves belongs to the small ones.
	const parted = notKnown > 0 ? { others, left } : { others: others + left, left: 0 };
	if (parted.others > 0) {
		parts.push({ kind: 'others', label: 'others', percent: parted.others, owns: false });
	}
	if (parted.left > 0) {
		parts.push({ kind: 'not-known', label: 'not known', percent: parted.left, owns: false });
	}
	return parts;
}

/** Shares are quotients: without the margin, 29% of 100 would be 28%. */
const floorPercent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** The bar in words: "At least: Google 34%, Red Hat 12%. 31% not known." */
export function barText(carried: CarriedBy): string {
	const parts = barParts(carried);
	const names = parts
		.filter(({ kind }) => kind === 'organisation')
		.map(({ label, percent, owns }) => `${label}${owns ? ' (owner)' : ''} ${percent}%`);
	const notKnown = parts.find(({ kind }) => kind === 'not-known');
	const known =
		names.length === 0
			? 'No organisation has two known authors.'
			: `At least: ${names.join(', ')}.`;
	return notKnown === undefined ? known : `${known} ${notKnown.percent}% not known.`;
}

/**
 * Whether it rests on one organisation, in words. `home`: the project's neutral home as shown, such as "the CNCF"; null
 * where it has none.
 */
export function oneOrganisationText(carried: CarriedBy, home: string | null): string {
	const [first] = carried.named;
	switch (carried.oneOrganisation) {
		case 'yes': {
			const who = first?.organisation.name ?? 'One organisation';
			const share = floorPercent(first?.share ?? 0);
			const though = home === null ? '' : `, though its home is ${home}`;
			return `One organisation? Yes: ${who} wrote at least ${share}% of the year’s commits${though}.`;
		}
		case 'no':
			return 'One organisation? No: none can have written half of the year’s commits.';
		case 'cannot-tell':
			return `One organisation? Cannot be told: ${notKnownPercent(carried)}% not known.`;
	}
}

/** The same for a narrow cell: "Yes: Solo.io, at least 71%". */
export function oneOrganisationShort(carried: CarriedBy): string {
	const [first] = carried.named;
	switch (carried.oneOrganisation) {
		case 'yes':
			return `Yes: ${first?.organisation.name ?? 'one'}, at least ${floorPercent(first?.share ?? 0)}%`;
		case 'no':
			return 'No';
		case 'cannot-tell':
			return `Cannot be told: ${notKnownPercent(carried)}% not known`;
	}
}

const notKnownPercent = (carried: CarriedBy): number =>
	barParts(carried).find(({ kind }) => kind === 'not-known')?.percent ?? 0;

/**
 * What the list of maintainers says, in words: "Maintainers: 6 organisations, most from Red Hat (7 of 17)"; null where
 * no list names organisations. `nameOf`: an organisation's name by its id.
 */
export function maintainersText(
	{ maintainers }: CarriedBy,
	nameOf: (id: string) => string
): string | null {
	if (maintainers === null) return null;
	const { organisations, of, largest } = maintainers;
	const count =
		organisations === 1 ? 'all of one organisation' : plural(organisations, 'organisation');
	if (largest === undefined || of === undefined) return `Maintainers: ${count}.`;
	const share = largest.count * 2 >= of ? 'most' : 'the most';
	const who = `${nameOf(largest.id)} (${largest.count} of ${of})`;
	return organisations === 1
		? `Maintainers: all of ${who}.`
		: `Maintainers: ${count}, ${share} from ${who}.`;
}
