import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { View } from '#lib/radar/explore/view.ts';

export interface FigureInput {
	edition: EditionView;
	view: View;
	/** Ids; null: all. */
	matching: ReadonlySet<string> | null;
	theme: FigureTheme;
	/** Source sentences at the foot. */
	origin: readonly string[];
}
