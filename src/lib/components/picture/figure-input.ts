import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';

export interface FigureInput {
	edition: EditionPage;
	view: Asked;
	/** Ids; null: all. */
	matching: ReadonlySet<string> | null;
	theme: FigureTheme;
	/** Source sentences at the foot. */
	origin: readonly string[];
}
