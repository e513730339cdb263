import { aoeFiles } from './aoe.ts';
import { backstageRadar } from './backstage.ts';
import { byorCsv, byorRows } from './byor.ts';
import { changesFeed } from './feed.ts';
import { radarCsv } from './radar-csv.ts';
import type { ExportSource } from './source.ts';
import { zalandoConfig } from './zalando.ts';
import { zipped } from './zip.ts';

/** Shared by the site's addresses and the command line. */
export interface Format {
	file: string;
	type: string;
	says: string;
	/** `indent`: for JSON; empty is shortest. */
	make: (source: ExportSource, indent: string) => string | Uint8Array<ArrayBuffer>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';
const json =
	(of: (source: ExportSource) => unknown): Format['make'] =>
	(source, indent) =>
		JSON.stringify(of(source), null, indent);

export const FORMATS = {
	json: {
		file: 'cnai-radar.json',
		type: JSON_TYPE,
		says: 'everything, by the published schema',
		make: json(({ document }) => document)
	},
	csv: {
		file: 'cnai-radar.csv',
		type: CSV_TYPE,
		says: 'a row a project, for spreadsheets',
		make: ({ document }) => radarCsv(document)
	},
	atom: {
		file: 'feed.xml',
		type: 'application/atom+xml; charset=utf-8',
		says: 'the changes, an entry an edition',
		make: (source) => changesFeed(source).atom1()
	},
	'json-feed': {
		file: 'feed.json',
		type: 'application/feed+json; charset=utf-8',
		says: 'the same as JSON Feed',
		make: (source) => changesFeed(source).json1()
	},
	zalando: {
		file: 'config.json',
		type: JSON_TYPE,
		says: "Zalando's tech-radar",
		make: json(zalandoConfig)
	},
	backstage: {
		file: 'backstage.json',
		type: JSON_TYPE,
		says: "Backstage's tech-radar",
		make: json(backstageRadar)
	},
	'byor-csv': {
		file: 'byor.csv',
		type: CSV_TYPE,
		says: "Thoughtworks' build-your-own-radar",
		make: (source) => byorCsv(byorRows(source))
	},
	'byor-json': {
		file: 'byor.json',
		type: JSON_TYPE,
		says: 'the same as JSON',
		make: json((source) => byorRows(source))
	},
	'byor-hosted': {
		file: 'byor-hosted.csv',
		type: CSV_TYPE,
		says: 'the same under the quadrant names of the hosted site',
		make: (source) => byorCsv(byorRows(source, true))
	},
	aoe: {
		file: 'aoe.zip',
		type: 'application/zip',
		says: "Markdown files for AOE's and Porsche's technology radars",
		make: (source) => zipped(aoeFiles(source))
	}
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;
