/** Address for programs. */
export interface Endpoint {
	/** `{id}` marks a placeholder. */
	path: string;
	/** Null without a description. */
	says: string | null;
}

const SAYS: Record<string, string> = {
	'/api/v1/radar.json':
		'An edition, whole: every project with its ring, score, points, gates and observed values. Takes the filters of the radar’s address, ?edition=, and ?model= for a former version of the model.',
	'/api/v1/radar.schema.json': 'The JSON Schema of radar.json.',
	'/api/v1/radar.csv': 'An edition as a table for spreadsheets, one row a project.',
	'/radar.svg':
		'The radar as a picture that stands alone. Takes what the radar’s address takes, and ?theme=dark.',
	'/radar.png': 'The same in pixels, 1920 by 1080.',
	'/card.png':
		'What chat and social media show of a link to the radar, 1200 by 630. Takes what the radar’s address takes.',
	'/projects/{id}/card.png': 'The same for a project’s page. Takes ?edition=.',
	'/feed.xml':
		'The changes as an Atom feed: an entry an edition, with the moves and their reasons.',
	'/feed.json': 'The changes as JSON Feed.',
	'/news.atom':
		'The news as an Atom feed: an entry a week, or an item with ?each=item. Takes what the page of news takes.',
	'/news.json': 'The news as JSON Feed.',
	'/news/{week}.{ending}':
		'A week of news, such as 2026-W35: email.html to be sent, txt as its plain text, md for Markdown.',
	'/api/v1/news.json': 'A week of news as facts: ?week=, and what the page of news takes.',
	'/api/v1/news.schema.json': 'The JSON Schema of news.json.',
	'/projects/{id}/badge.svg': 'In which ring a project stands, as a badge for its README.',
	'/api/v1/zalando.json': 'config.json for Zalando’s tech-radar.',
	'/api/v1/backstage.json': 'A TechRadarLoaderResponse for Backstage’s tech-radar.',
	'/api/v1/byor.csv': 'For Thoughtworks’ build-your-own-radar, run by yourself.',
	'/api/v1/byor.json': 'For Thoughtworks’ build-your-own-radar as JSON.',
	'/api/v1/byor-hosted.csv':
		'For the hosted build-your-own-radar, under the only quadrant names that it knows.',
	'/api/v1/aoe.zip':
		'Markdown files and configuration for AOE’s technology radar (v4) and Porsche’s (v2).',
	'/api/v1/editions/{id}.json': 'What the radar page shows of an edition, such as 2026-08.',
	'/api/v1/editions/{id}/standings.json':
		'Every project of an edition with its whole placement: points, gates, momentum, confidence.',
	'/api/v1/history.json':
		'Where every project stood on the chart in every month, in columns: what the slider draws.',
	'/api/v1/projects/{id}.json':
		'Everything known of a project, with its history. Takes ?edition= and ?model=.',
	'/api/v1/what-if/{id}.json': 'The rated projects of an edition, for trying out other weights.',
	'/changes/landscape-defects.csv': 'What is wrong in the landscape file, with suggestions.'
};

const ROUTE_GROUP = /\/\([^/]+\)/g;

/** Paths from files such as `../api/v1/radar.json/+server.ts`, sorted. */
export function endpointsOf(files: readonly string[]): Endpoint[] {
	return files
		.map((file) =>
			file
				.replace(/^(\.\.?\/)*/, '/')
				.replace(/\/\+server\.ts$/, '')
				.replace(ROUTE_GROUP, '')
				.replace(/\[\[?(?:\.\.\.)?([^\]=]+)(?:=[^\]]+)?\]?\]/g, '{$1}')
		)
		.sort()
		.map((path) => ({ path, says: SAYS[path] ?? null }));
}
