import { defectsCsv } from '#lib/radar/landscape/defect-report.ts';
import { themeFromParams } from '#lib/radar/export/figure-theme.ts';
import { FORMATS } from '#lib/radar/export/formats.ts';
import { radarJsonSchema } from '#lib/radar/export/radar-schema.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { editionStandings, whatIfProjects } from '#lib/server/read/edition-files.ts';
import { projectBadge } from '#lib/server/read/project-badge.ts';
import { databaseReader } from '#lib/server/read/reader.ts';
import type { Site } from '#lib/server/read/site.ts';
import { UsageError } from './command.ts';
import { drawn } from './drawing.ts';

interface Ingredients {
	site: Site;
	source: ExportSource;
	edition: Edition;
	/** False for the newest edition by default. */
	isAsked: boolean;
	/** Parameters of the view. */
	params: URLSearchParams;
	/** Project id; only some files need one. */
	project: string | undefined;
}

type Made = string | Uint8Array;

interface ExportFile {
	says: string;
	/** @throws {UsageError} when the file needs a project and it is missing or unknown. */
	make: (of: Ingredients) => Made | Promise<Made>;
}

const json = (value: unknown): string => JSON.stringify(value, null, '\t');

async function ofProject<T>(
	{ project }: Ingredients,
	make: (id: string) => T | null | Promise<T | null>
): Promise<T> {
	if (project === undefined) throw new UsageError('This format is about a project: --project ID.');
	const made = await make(project);
	if (made === null) throw new UsageError(`There is no project ${project}.`);
	return made;
}

/** All single-file exports, made by the site's own code. */
export const EXPORT_FILES: ReadonlyMap<string, ExportFile> = new Map<string, ExportFile>([
	...Object.entries(FORMATS).map(
		([id, { says, make }]) =>
			[id, { says, make: ({ source }: Ingredients) => make(source, '\t') }] as const
	),
	[
		'svg',
		{
			says: 'the radar as a picture; theme=dark in the view for a dark ground',
			make: ({ source, params }) =>
				drawn(({ radarSvg }) => radarSvg(source, themeFromParams(params)))
		}
	],
	[
		'png',
		{
			says: 'the same in pixels',
			make: ({ source, params }) =>
				drawn(({ radarSvg, pngOf }) => pngOf(radarSvg(source, themeFromParams(params))))
		}
	],
	[
		'card',
		{
			says: 'what chat and social media show of a link to the radar, a PNG',
			make: ({ source }) => drawn(({ radarCardSvg, pngOf }) => pngOf(radarCardSvg(source)))
		}
	],
	[
		'project-card',
		{
			says: 'the same of a link to the page of a --project',
			make: async (of) => {
				const reader = databaseReader(of.site, of.edition.modelVersion);
				const { project, gone } = await ofProject(of, (id) =>
					shownProject(reader, id, of.isAsked ? of.edition.id : null)
				);
				const edition = of.site.view(project.edition);
				return drawn(({ projectCardSvg, pngOf }) =>
					pngOf(projectCardSvg({ edition, project, gone }))
				);
			}
		}
	],
	[
		'badge',
		{
			says: 'in which ring a --project stands, an SVG',
			make: (of) => ofProject(of, (id) => projectBadge(of.site, id, of.edition))
		}
	],
	[
		'project',
		{
			says: 'everything known of a --project, with its history, as JSON',
			make: async (of) => json(await ofProject(of, (id) => of.site.project(id, of.edition)))
		}
	],
	['schema', { says: 'the JSON Schema of json', make: () => json(radarJsonSchema()) }],
	[
		'edition',
		{
			says: 'what the radar page shows of the edition, as JSON',
			make: ({ site, edition }) => json(site.view(edition))
		}
	],
	[
		'standings',
		{
			says: 'every project with its whole placement, as JSON',
			make: ({ site, edition }) => json(editionStandings(site, edition))
		}
	],
	[
		'what-if',
		{
			says: 'the rated projects, for trying out other weights, as JSON',
			make: ({ site, edition }) => json(whatIfProjects(site, edition))
		}
	],
	[
		'history',
		{
			says: 'where every project stood in every month, as JSON',
			make: ({ site }) => json(site.history())
		}
	],
	[
		'defects',
		{
			says: 'what is wrong in the landscape file, as CSV (more: npm run radar -- defects)',
			make: ({ site }) => defectsCsv(site.defects())
		}
	]
]);
