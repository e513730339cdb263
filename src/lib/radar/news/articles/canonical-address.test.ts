import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, untrackedAddress } from './canonical-address.ts';

describe('canonicalAddress', () => {
	test.each([
		['https://e.org/a/?utm_source=x&utm_medium=y', 'https://e.org/a'],
		['http://www.E.org/a/index.html#top', 'https://e.org/a'],
		['https://e.org/a//b/', 'https://e.org/a/b'],
		['https://e.org', 'https://e.org'],
		['https://e.org/?b=2&a=1', 'https://e.org?a=1&b=2'],
		['https://user:secret@e.org:8443/a', 'https://e.org:8443/a'],
		['https://www.com/', 'https://www.com']
	])('%s is %s', (address, canonical) => expect(canonicalAddress(address)).toBe(canonical));

	test.each([null, '', 'javascript:alert(1)', 'mailto:a@e.org', '/a', 'file:///a'])(
		'is none for %s',
		(address) => expect(canonicalAddress(address)).toBeNull()
	);

	const hosts = fc.constantFrom(
		'e.org',
		'www.e.org',
		'www.www.com',
		'E.ORG.',
		'[2001:db8::1]',
		'bücher.example',
		'127.1'
	);
	const paths = fc.array(
		fc.oneof(
			fc.constantFrom('', '.', '..', 'index.html', 'INDEX.htm', '%2e', 'a b', '漢'),
			fc.string({ maxLength: 6 })
		),
		{ maxLength: 5 }
	);
	const queries = fc.array(
		fc.tuple(fc.constantFrom('utm_source', 'ref', 'a', 'b', 'A', ''), fc.string({ maxLength: 5 })),
		{ maxLength: 4 }
	);
	const addresses = fc
		.tuple(
			fc.constantFrom('http://', 'https://', 'HTTP://u:p@'),
			hosts,
			fc.constantFrom('', ':80', ':443', ':8080'),
			paths,
			queries
		)
		.map(
			([scheme, host, port, parts, query]) =>
				`${scheme}${host}${port}/${parts.join('/')}?${query.map((pair) => pair.join('=')).join('&')}#x`
		);

	test('of a canonical address is the same', () => {
		fc.assert(
			fc.property(
				fc.oneof(addresses, fc.webUrl({ withQueryParameters: true, withFragments: true })),
				(address) => {
					const once = canonicalAddress(address);
					expect(canonicalAddress(once)).toBe(once);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

test('untrackedAddress leaves everything else as it was', () => {
	expect(untrackedAddress('https://e.org/A/?q=a+b&utm_source=x#top')).toBe(
		'https://e.org/A/?q=a+b#top'
	);
	expect(untrackedAddress('https://e.org/?q=a%20b')).toBe('https://e.org/?q=a%20b');
});
