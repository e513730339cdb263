import { llmsText, robotsText, siteMap } from '#lib/radar/export/machine-files.ts';
import type { Format } from './format.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

/** Rows of the table of formats: files that programs look for at the site's root. */
export const MACHINE_FORMATS = {
	llms: {
		path: '/llms.txt',
		type: TEXT_TYPE,
		scope: 'all',
		summary: 'what a language model should read of the site',
		description: 'What a language model should read of this site, and how it asks.',
		make: ({ source }) => llmsText(source())
	},
	sitemap: {
		path: '/sitemap.xml',
		type: 'application/xml; charset=utf-8',
		scope: 'all',
		summary: 'every page, for search engines (needs --site)',
		description: 'Every page, for search engines.',
		make: ({ source, guide }) => siteMap(source(), guide())
	},
	robots: {
		path: '/robots.txt',
		type: TEXT_TYPE,
		scope: 'all',
		summary: 'what crawlers may read: everything',
		description: 'What crawlers may read: everything.',
		make: ({ source }) => robotsText(source())
	}
} as const satisfies Record<string, Format>;
