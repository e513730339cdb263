import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { serveBuild } from '../fixtures/built-server.ts';

/** What a proxy, or whoever pretends to be one, says of where the visitor is. */
const FORWARDED = {
	'x-forwarded-proto': 'https',
	'x-forwarded-host': 'elsewhere.example',
	'x-forwarded-port': '8443',
	forwarded: 'host=elsewhere.example;proto=https'
};

/** Asks as a browser would that knows the server by another name, or as a proxy. */
async function asked(address: string, headers: Record<string, string>): Promise<string> {
	const asking = request(address, { headers }).end();
	const [answer] = (await once(asking, 'response')) as [IncomingMessage];
	return text(answer);
}

/** Every address of itself that the server tells: in the head, in the feed, in an export and on the poster. */
async function toldAddresses(server: string, headers: Record<string, string> = {}) {
	const page = await asked(`${server}/table?edition=2025-06`, headers);
	const feed = await asked(`${server}/feed.xml`, headers);
	const zalando = await asked(`${server}/api/v1/zalando.json`, headers);
	const poster = await asked(`${server}/poster`, headers);
	const found = [
		/<link rel="canonical" href="([^"]*)"/.exec(page)?.[1]?.replace('/table?edition=2025-06', '/'),
		/property="og:image" content="([^"]*)"/
			.exec(page)?.[1]
			?.replace('/card.png?edition=2025-06', '/'),
		/<link rel="self" href="([^"]*)"/.exec(feed)?.[1]?.replace('/feed.xml', '/'),
		/"link": ?"([^"]*)projects/.exec(zalando)?.[1]
	];
	return { found: [...new Set(found)], poster };
}

const DATABASE = '.cache/browser-tests.db';
const SITUATIONS: readonly {
	when: string;
	env?: Record<string, string>;
	headers?: Record<string, string>;
	/** Null: the one it listens at. */
	address: string | null;
}[] = [
	{ when: 'told nothing, the one it listens at', address: null },
	{
		when: 'reached by another name, that one',
		headers: { host: 'radar.internal:3000' },
		address: 'http://radar.internal:3000/'
	},
	{ when: 'lied to about a proxy, the one it listens at', headers: FORWARDED, address: null },
	{
		when: 'told its origin, that one, whoever asks for whatever',
		env: { ORIGIN: 'https://radar.example' },
		headers: { ...FORWARDED, host: 'other.example' },
		address: 'https://radar.example/'
	},
	{
		when: 'told to believe its proxy about the protocol, with that one',
		env: { PROTOCOL_HEADER: 'x-forwarded-proto' },
		headers: { ...FORWARDED, host: 'radar.example' },
		address: 'https://radar.example/'
	},
	{
		when: 'told to believe a proxy that it is not reached through, the one it listens at',
		env: { PROTOCOL_HEADER: 'x-forwarded-proto' },
		address: null
	}
];

test.describe('the server tells its address:', () => {
	for (const { when, env, headers, address } of SITUATIONS) {
		test(when, async () => {
			const server = await serveBuild(DATABASE, 'inherit', env);
			try {
				const expected = address ?? `${server.origin}/`;
				const { found, poster } = await toldAddresses(server.origin, headers);
				expect(found).toEqual([expected]);
				expect(poster).toContain(expected);
				expect(poster).not.toContain('elsewhere.example');
			} finally {
				await server.stop();
			}
		});
	}
});
