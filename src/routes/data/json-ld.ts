interface Described {
	title: string;
	description: string;
	/** Absolute, with final slash. */
	root: string;
	/** SPDX. */
	licence: string;
	/** Day of the newest edition. */
	day: string;
}

/**
 * What the radar publishes, as search engines for data read it: https://schema.org/Dataset.
 * A script of this type runs nothing; `<` is escaped, so that no name can end it.
 */
export function datasetScript({ title, description, root, licence, day }: Described): string {
	const file = (path: string, format: string) => ({
		'@type': 'DataDownload',
		contentUrl: `${root}${path}`,
		encodingFormat: format
	});
	const dataset = {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name: title,
		description,
		url: `${root}data`,
		license: `https://spdx.org/licenses/${licence}.html`,
		isAccessibleForFree: true,
		dateModified: day,
		distribution: [
			file('api/v1/radar.json', 'application/json'),
			file('api/v1/radar.csv', 'text/csv')
		]
	};
	return `<script type="application/ld+json">${JSON.stringify(dataset).replaceAll('<', '\\u003c')}</script>`;
}
