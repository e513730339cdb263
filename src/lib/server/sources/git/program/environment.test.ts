import { expect, test } from 'vitest';
import { fetchingEnvironment, readingEnvironment, type Access } from './environment.ts';

const BASE = {
	...{
		PATH: '/bin',
		HOME: '/home/ann',
		GITHUB_TOKEN: 'secret',
		GIT_DIR: '/elsewhere',
		SSH_AUTH_SOCK: '/s'
	},
	...{ https_proxy: 'http://proxy.example', GIT_TRACE_CURL: '1', LD_PRELOAD: '/x.so' }
};
const ACCESS: Access = {
	protocols: ['https'],
	token: 'secret',
	tokenFor: 'https://github.com/',
	agent: 'git/2.47.0 cnai-radar',
	lowSpeed: { bytesPerSecond: 1000, seconds: 30 }
};
const ADDRESS = 'https://github.com/a/b';

test('git gets nothing of ours but the path, proxies and certificates', () => {
	for (const environment of [
		readingEnvironment(BASE),
		fetchingEnvironment(BASE, ACCESS, ADDRESS, true)
	]) {
		expect(environment).toMatchObject({
			PATH: '/bin',
			https_proxy: 'http://proxy.example',
			HOME: '/dev/null'
		});
		for (const name of ['GITHUB_TOKEN', 'GIT_DIR', 'SSH_AUTH_SOCK', 'GIT_TRACE_CURL', 'LD_PRELOAD'])
			expect(environment).not.toHaveProperty(name);
	}
});

test('reading can reach no host', () => {
	expect(readingEnvironment(BASE)).toMatchObject({
		GIT_ALLOW_PROTOCOL: 'none',
		GIT_NO_LAZY_FETCH: '1'
	});
});

test('the token is a header for its own host, and only where it is wanted', () => {
	const texts = (address: string, withToken: boolean, access = ACCESS) =>
		Object.values(fetchingEnvironment(BASE, access, address, withToken)).filter((text) =>
			/extraHeader|Basic/.test(text)
		);
	const header = `Authorization: Basic ${Buffer.from('x-access-token:secret').toString('base64')}`;
	expect(texts(ADDRESS, true)).toEqual(['http.https://github.com/.extraHeader', header]);
	expect(texts(ADDRESS, false)).toEqual([]);
	expect(texts('https://example.org/a', true)).toEqual([]);
	expect(texts(ADDRESS, true, { ...ACCESS, token: null })).toEqual([]);
});
