import { expect, test } from 'vitest';
import { causeOf } from './cause.ts';

/** What git prints where no test can make it happen in a moment. */
test.each([
	[
		'fatal: write error: No space left on device\nfatal: fetch-pack: invalid index-pack output',
		'disk full'
	],
	['fatal: Out of memory, malloc failed (tried to allocate 1288490189 bytes)', 'too large'],
	["fatal: unable to access 'https://x/': Could not resolve host: x", 'unreachable'],
	["fatal: unable to access 'https://x/': server certificate verification failed.", 'unreachable'],
	['error: RPC failed; HTTP 429 curl 22 The requested URL returned error: 429', 'rate limited'],
	['remote: You have exceeded a secondary rate limit.\nfatal: error: 403', 'rate limited'],
	["fatal: Unable to create '/x/packed-refs.lock': File exists.", 'busy'],
	['error: packfile ./objects/pack/pack-1.pack does not match index', 'damaged'],
	['fatal: something never seen before', 'unexpected']
])('%s: %s', (text, kind) => expect(causeOf(text).kind).toBe(kind));

test('neither address nor token stands in what is told', () => {
	const { message, detail } = causeOf("fatal: unable to access 'https://token@x.example/a/b/': no");
	expect(`${message} ${detail}`).not.toMatch(/token|x\.example/);
	expect(detail).toContain('unable to access');
});
