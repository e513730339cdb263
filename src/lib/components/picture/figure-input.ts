import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Paint } from '#lib/radar/chart/paint.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';

export interface FigureInput {
	edition: EditionPage;
	view: Asked;
	/** Ids; null: all. */
	matching: ReadonlySet<string> | null;
	paint: Paint;
	/** Source sentences at the foot. */
	origin: readonly string[];
	/** Root of the site for links; null: no links. */
	site: string | null;
}
