import type { EditionNews, RingStep } from '#lib/radar/edition/moves/through.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Asked } from '#lib/radar/explore/asked.ts';
import type { RadarDocument } from './radar-schema.ts';

export interface ExportSource {
	/** Holds the view's projects only. */
	document: RadarDocument;
	view: Asked;
	edition: EditionPage;
	/** For tools with exactly four quadrants. */
	quadrants: Settings['quadrants'];
	/** Site root with a trailing slash; null when unknown. */
	site: string | null;
	repository: string;
	/** Up to the edition, oldest first. */
	steps: () => ReadonlyMap<string, readonly RingStep[]>;
	/** Ignores the view; oldest first. */
	news: () => readonly EditionNews[];
}

export type ExportedProject = RadarDocument['projects'][number];
