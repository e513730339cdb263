import type { Blip, Edition } from '#lib/radar/model/placement.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { CategorySetting, RingSetting } from '#lib/radar/model/settings/drawing.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

export interface EditionSegment extends CategorySetting {
	subcategories: string[];
}

export interface EditionPage {
	title: string;
	/** "Unofficial. Computed from public data, not voted on." */
	notice: string;
	edition: Edition;
	/** Oldest first. */
	editions: Pick<Edition, 'id' | 'date' | 'kind'>[];
	rings: RingSetting[];
	segments: EditionSegment[];
	/** In chart units. */
	blipRadius: number;
	blips: Blip[];
	/** Projects only in the previous edition. */
	left: { id: string; name: string; previousRing: Ring | null }[];
}

interface Shown extends Pick<EditionPage, 'edition' | 'blipRadius' | 'blips' | 'left'> {
	editions: readonly Edition[];
}

export const editionPageOf = (
	{ edition, editions, blipRadius, blips, left }: Shown,
	{ title, site, rings, categories }: Settings
): EditionPage => ({
	title,
	notice: site.notice,
	edition,
	editions: editions.map(({ id, date, kind }) => ({ id, date, kind })),
	rings,
	segments: categories.map((category) => ({
		...category,
		subcategories: [
			...new Set(
				blips.filter((blip) => blip.category === category.name).map((blip) => blip.subcategory)
			)
		].sort()
	})),
	blipRadius,
	blips,
	left
});
