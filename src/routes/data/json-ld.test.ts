import { expect, test } from 'vitest';
import { datasetScript } from './json-ld.ts';

test('tells the data set, and no name can end the script', () => {
	const script = datasetScript({
		title: 'A </script><b>radar</b>',
		description: 'All of it',
		root: 'https://radar.example/',
		licence: 'Apache-2.0',
		day: '2026-08-31'
	});
	const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(script) ?? [];
	expect(JSON.parse(json)).toMatchObject({
		'@type': 'Dataset',
		name: 'A </script><b>radar</b>',
		dateModified: '2026-08-31',
		distribution: [
			{ contentUrl: 'https://radar.example/api/v1/radar.json' },
			{ contentUrl: 'https://radar.example/api/v1/radar.csv' }
		]
	});
});
