import { expect, test } from 'vitest';
import { endpointsOf } from './endpoints.ts';

test('files that answer become the addresses at which they do', () => {
	const endpoints = endpointsOf([
		'../api/v1/radar.json/+server.ts',
		'../api/v1/projects/[id].json/+server.ts',
		'../changes/landscape-defects.csv/+server.ts',
		'../(quiet)/[...rest]/[kind=word]/+server.ts'
	]);
	expect(endpoints.map(({ path }) => path)).toEqual([
		'/api/v1/projects/{id}.json',
		'/api/v1/radar.json',
		'/changes/landscape-defects.csv',
		'/{rest}/{kind}'
	]);
	expect(endpoints[1]?.says).toContain('edition');
	expect(endpoints[3]?.says).toBeNull();
});
