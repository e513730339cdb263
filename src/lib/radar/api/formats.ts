import { aoeFiles, porscheFiles } from '#lib/radar/export/other-radars/aoe.ts';
import { backstageRadar } from '#lib/radar/export/other-radars/backstage.ts';
import { projectBadge } from '#lib/radar/export/pictures/badge.ts';
import { byorCsv, byorRows } from '#lib/radar/export/other-radars/byor.ts';
import { candidatesCsv } from '#lib/radar/export/candidates-csv.ts';
import { categoryFeed, changesFeed, projectFeed } from '#lib/radar/export/feed.ts';
import { SVG_TYPE } from '#lib/radar/export/pictures/figure-theme.ts';
import { radarCsv } from '#lib/radar/export/radar-csv.ts';
import { zalandoConfig } from '#lib/radar/export/other-radars/zalando.ts';
import { zipped } from '#lib/radar/export/other-radars/zip.ts';
import { defectsCsv } from '#lib/radar/landscape/defect-report.ts';
import { radarSchema } from '#lib/radar/export/radar-schema.ts';
import { DOCUMENT_FORMATS } from './document-formats.ts';
import { json, png, type Format } from './format.ts';
import { MACHINE_FORMATS } from './machine-formats.ts';

const CSV_TYPE = 'text/csv; charset=utf-8';

/** By the command line's name. The site's addresses, its page of data and the command line read it. */
export const FORMATS = {
	json: {
		path: '/api/v1/radar.json',
		scope: 'view',
		summary: 'everything, by the published schema',
		description:
			'An edition, whole: every project with its ring, score, points, gates and observed values. Takes the filters of the radar’s address, ?edition=, and ?model= for a former version of the model.',
		schema: radarSchema,
		...json(({ source }) => source().document)
	},
	csv: {
		path: '/api/v1/radar.csv',
		type: CSV_TYPE,
		scope: 'view',
		summary: 'a row a project, for spreadsheets',
		description: 'An edition as a table for spreadsheets, one row a project.',
		make: ({ source }) => radarCsv(source().document)
	},
	atom: {
		path: '/feed.xml',
		type: 'application/atom+xml; charset=utf-8',
		scope: 'view',
		summary: 'the changes, an entry an edition',
		description:
			'The changes as an Atom feed: an entry an edition, with the moves and their reasons.',
		make: ({ source }) => changesFeed(source()).atom1()
	},
	'json-feed': {
		path: '/feed.json',
		type: 'application/feed+json; charset=utf-8',
		scope: 'view',
		summary: 'the same as JSON Feed',
		description: 'The changes as JSON Feed.',
		make: ({ source }) => changesFeed(source()).json1()
	},
	zalando: {
		path: '/api/v1/zalando.json',
		scope: 'view',
		summary: "Zalando's tech-radar",
		description: 'config.json for Zalando’s tech-radar.',
		...json(({ source }) => zalandoConfig(source()))
	},
	backstage: {
		path: '/api/v1/backstage.json',
		scope: 'view',
		summary: "Backstage's tech-radar",
		description: 'A TechRadarLoaderResponse for Backstage’s tech-radar.',
		...json(({ source }) => backstageRadar(source()))
	},
	'byor-csv': {
		path: '/api/v1/byor.csv',
		type: CSV_TYPE,
		scope: 'view',
		takes: ['as'],
		summary: "Thoughtworks' build-your-own-radar",
		description: 'For Thoughtworks’ build-your-own-radar, run by yourself.',
		make: ({ source }) => byorCsv(byorRows(source()))
	},
	'byor-json': {
		path: '/api/v1/byor.json',
		scope: 'view',
		takes: ['as'],
		summary: 'the same as JSON',
		description: 'For Thoughtworks’ build-your-own-radar as JSON.',
		...json(({ source }) => byorRows(source()))
	},
	'byor-hosted': {
		path: '/api/v1/byor-hosted.csv',
		type: CSV_TYPE,
		scope: 'view',
		takes: ['as'],
		summary: 'the same under the quadrant names of the hosted site',
		description:
			'For the hosted build-your-own-radar, under the only quadrant names that it knows.',
		make: ({ source }) => byorCsv(byorRows(source(), true))
	},
	aoe: {
		path: '/api/v1/aoe.zip',
		type: 'application/zip',
		scope: 'view',
		summary: "Markdown files for AOE's technology radar",
		description: 'Markdown files and configuration for AOE’s technology radar (v4).',
		make: ({ source }) => zipped(aoeFiles(source()))
	},
	porsche: {
		path: '/api/v1/porsche.zip',
		type: 'application/zip',
		scope: 'view',
		summary: "Markdown files for Porsche's technology radar",
		description: 'Markdown files and configuration for Porsche’s technology radar (v2).',
		make: ({ source }) => zipped(porscheFiles(source()))
	},
	svg: {
		path: '/radar.svg',
		type: SVG_TYPE,
		scope: 'view',
		takes: ['theme'],
		summary: 'the radar as a picture; theme=dark in the view for a dark ground',
		description:
			'The radar as a picture that stands alone. Takes what the radar’s address takes, and ?theme=dark.',
		make: ({ source, theme, draw }) => draw(({ radarSvg }) => radarSvg(source(), theme))
	},
	png: {
		path: '/radar.png',
		scope: 'view',
		takes: ['theme'],
		summary: 'the same in pixels',
		description: 'The same in pixels, 1920 by 1080.',
		...png(({ radarSvg }, { source, theme }) => radarSvg(source(), theme))
	},
	card: {
		path: '/card.png',
		scope: 'view',
		forgives: true,
		summary: 'what chat and social media show of a link to the radar, a PNG',
		description:
			'What chat and social media show of a link to the radar, 1200 by 630. Takes what the radar’s address takes.',
		...png(({ radarCardSvg }, { source }) => radarCardSvg(source()))
	},
	'project-card': {
		path: '/projects/{id}/card.png',
		scope: 'project',
		forgives: true,
		summary: 'the same of a link to the page of a --project',
		description: 'The same for a project’s page. Takes ?edition=.',
		...png(async ({ projectCardSvg }, { card }) => projectCardSvg(await card()))
	},
	badge: {
		path: '/projects/{id}/badge.svg',
		type: SVG_TYPE,
		scope: 'project',
		forgives: true,
		summary: 'in which ring a --project stands, an SVG',
		description: 'In which ring a project stands, as a badge for its README.',
		make: ({ project, page }) => projectBadge(project(), page().title)
	},
	...DOCUMENT_FORMATS,
	defects: {
		path: '/changes/landscape-defects.csv',
		type: CSV_TYPE,
		scope: 'all',
		summary: 'what is wrong in the landscape file, as CSV (more: npm run radar -- defects)',
		description: 'What is wrong in the landscape file, with suggestions.',
		download: 'landscape-defects.csv',
		make: ({ defects }) => defectsCsv(defects())
	},
	candidates: {
		path: '/api/v1/candidates.csv',
		type: CSV_TYPE,
		scope: 'all',
		summary: 'projects outside the group, with what speaks for them, as CSV',
		description:
			'Projects that the landscape’s group does not hold, with the evidence for each: for a proposal to the landscape.',
		download: 'candidates.csv',
		make: ({ candidates }) => candidatesCsv(candidates())
	},
	'project-feed': {
		path: '/projects/{id}/feed.xml',
		type: 'application/atom+xml; charset=utf-8',
		scope: 'project',
		summary: 'the changes of a --project, an entry an edition, as Atom',
		description: 'The changes of one project as an Atom feed.',
		make: ({ source, project }) => projectFeed(source(), project()).atom1()
	},
	'category-feed': {
		path: '/categories/{id}/feed.xml',
		type: 'application/atom+xml; charset=utf-8',
		scope: 'category',
		summary: 'the changes of the projects of a --category, as Atom',
		description: 'The changes of one category’s projects as an Atom feed.',
		make: ({ source, category }) => categoryFeed(source(), category()).atom1()
	},
	...MACHINE_FORMATS
} as const satisfies Record<string, Format>;

/** By {@link Format.path}, placeholders included; null for any other address. */
export const formatAt = (path: string): Format | null =>
	Object.values<Format>(FORMATS).find((format) => format.path === path) ?? null;
