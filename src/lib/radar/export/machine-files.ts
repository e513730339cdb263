import type { Guide } from '#lib/radar/guide/guide.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import type { ExportSource } from './source.ts';

/** Pages without parameters, below the site's root. */
const PAGES = [
	'',
	...['guide', 'table', 'landscape', 'players', 'candidates', 'trends', 'news', 'changes'],
	...['compare', 'stack', 'what-if', 'methodology', 'data-quality', 'about', 'data', 'data/api']
];

type Listed = Pick<ExportSource, 'site' | 'edition'>;

/** `robots.txt`: all may be read; where the list of pages is, when the site knows its address. */
export const robotsText = ({ site }: Pick<Listed, 'site'>): string =>
	[
		'User-agent: *',
		'Allow: /',
		...(site === null ? [] : ['', `Sitemap: ${site}sitemap.xml`]),
		''
	].join('\n');

/** The protocol of sitemaps.org. It wants full addresses: without the site's own it lists nothing. */
export function siteMap({ site, edition }: Listed, { useCases }: Guide): string {
	const paths = [
		...PAGES,
		...edition.blips.map(({ id }) => `projects/${id}`),
		...useCases.file.use_cases.map(({ id }) => `guide/${id}`)
	];
	const urls = (site === null ? [] : paths).map(
		(path) =>
			`<url><loc>${escapeMarkup(`${site}${path}`)}</loc><lastmod>${edition.edition.date}</lastmod></url>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`;
}

/** `llms.txt`, as llmstxt.org proposes it: what a language model should read, and how it asks. */
export function llmsText({ site, edition }: Listed): string {
	const at = (path: string) => `${site ?? '/'}${path}`;
	return `# ${edition.title}

> A technology radar of the cloud native AI projects that the CNCF landscape lists. Each of ${edition.blips.length} projects gets a ring (adopt, trial, assess or hold) and a score, computed from public evidence and explained. ${edition.notice}

The newest edition is ${edition.edition.id}, with data up to ${edition.edition.date}. A ring is no verdict on fitness: cite the edition, and say that it is computed. Unknown is a state of its own, never zero.

## Data

- [The API](${at('api/v1/openapi.json')}): an OpenAPI document of every address, open to all, without a key
- [Projects](${at('api/v1/projects.json')}): ring, score and facts; takes ?ring=, ?category=, ?language=, ?q=
- [One project](${at('api/v1/projects/kserve.json')}): all that is known of it, with sources and days
- [Changes](${at('api/v1/changes.json')}): what moved since the edition before, and why
- [Methodology](${at('api/v1/methodology.json')}): the model, its checks and its limits
- [Roles](${at('api/v1/roles.json')}): parts of an AI stack, and projects that play them
- [Use cases](${at('api/v1/guide.json')}): each with the address of a stack that fits

## Tools

- [Model Context Protocol](${at('mcp')}): the same as tools, by POST

## Pages

- [Guide](${at('guide')}): a stack for a use case
- [How it is computed](${at('methodology')})
- [Data for other tools](${at('data')})
`;
}
