import type { FigureTheme } from '#lib/radar/export/figure-theme.ts';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { View } from '#lib/radar/explore/view.ts';

/** What a picture of the radar is drawn from. */
export interface FigureInput {
	edition: EditionView;
	view: View;
	/** Ids of the projects that match; null when nothing is asked for. */
	matching: ReadonlySet<string> | null;
	theme: FigureTheme;
	/** Where it comes from: sentences for the foot of the picture. */
	origin: readonly string[];
}
