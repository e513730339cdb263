import type { EditionNews } from '#lib/radar/edition/moves/edition-news.ts';
import type { EditionView } from '#lib/radar/edition/page-data.ts';
import type { RingStep } from '#lib/radar/edition/moves/ring-steps.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { View } from '#lib/radar/explore/view.ts';
import type { RadarDocument } from './radar-schema.ts';

/** What every export is made from. */
export interface ExportSource {
	/** The edition as open data, with the projects that the view shows. */
	document: RadarDocument;
	/** What was asked for, and the whole edition that it was asked of. */
	view: View;
	edition: EditionView;
	/** The fold for tools that draw exactly four quadrants. */
	quadrants: Settings['quadrants'];
	/** Address of the site's root, with a slash at its end; null where it is not known. */
	site: string | null;
	/** Where the radar is developed. */
	repository: string;
	/** Steps from ring to ring of every project, up to the edition, oldest first. */
	steps: () => ReadonlyMap<string, readonly RingStep[]>;
	/** What was new in every edition, whatever the view, oldest first. */
	news: () => readonly EditionNews[];
}

export type ExportedProject = RadarDocument['projects'][number];
