import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryItems } from './entry-items.ts';
import { FeedFault } from './fault.ts';
import { parseFeed } from './parse-feed.ts';

const SOUND = [
	`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><item><title>A &amp; B</title><link>https://e.org/a</link><guid isPermaLink="false">1</guid><pubDate>Thu, 06 Aug 2026 00:00:00 GMT</pubDate><description><![CDATA[<p>Some words that make a sentence of eight words.</p>]]></description></item></channel></rss>`,
	`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>a</id><title type="html">&lt;b&gt;T&lt;/b&gt;</title><link href="/a"/><updated>2026-08-06T00:00:00Z</updated><summary>x</summary></entry></feed>`,
	`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://e.org/a"><title>T</title><link>https://e.org/a</link></item></rdf:RDF>`,
	`{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"a","url":"https://e.org/a","title":"T","content_html":"<p>x</p>","date_published":"2026-08-06"}]}`
];
const PIECES = fc.constantFrom(
	'<',
	'>',
	'"',
	'&',
	'&#0;',
	'&#xD800;',
	'&amp;',
	']]>',
	'<![CDATA[',
	'<!--',
	'-->',
	'<!DOCTYPE x [',
	'<?xml ',
	'\0',
	'\ud800',
	'{',
	'}',
	'[',
	'null',
	'<item>',
	'</item>',
	'<entry/>',
	'<title/>',
	'<link href="javascript:x"/>',
	'__proto__',
	'<p '.repeat(200),
	'<div>'.repeat(400),
	'9'.repeat(400),
	'-'.repeat(500)
);

/** A sound feed with up to 4 cuts, repetitions and insertions. */
const spoilt = fc
	.record({
		text: fc.constantFrom(...SOUND),
		cuts: fc.array(
			fc.record({
				at: fc.nat(10_000),
				length: fc.nat(40),
				piece: fc.oneof(PIECES, fc.string()),
				twice: fc.boolean()
			}),
			{ minLength: 1, maxLength: 4 }
		)
	})
	.map(({ text, cuts }) =>
		cuts.reduce((spoiling, { at, length, piece, twice }) => {
			const from = at % (spoiling.length + 1);
			const gone = spoiling.slice(from, from + length);
			return `${spoiling.slice(0, from)}${piece}${twice ? gone + gone : ''}${spoiling.slice(from + length)}`;
		}, text)
	);

test('10,000 malformed feeds: each is read as far as it goes, or refused in words', () => {
	const feed = {
		id: 'f',
		name: 'F',
		url: 'https://e.org/feed',
		site: 'https://e.org/',
		about: ['p'],
		quote: true,
		licence: null,
		since: '2020-01-01'
	};
	const options = {
		today: '2026-08-22',
		words: new Set<string>(),
		link: () => [],
		namesOf: () => []
	};
	let read = 0;
	let refused = 0;
	fc.assert(
		fc.property(spoilt, (text) => {
			try {
				const { items } = entryItems(feed, parseFeed(text), feed.url, options);
				read += 1;
				const sound = items.every(
					({ url, title, day }) =>
						/^https?:\/\//.test(url ?? '') && title !== '' && day <= options.today
				);
				if (!sound) throw new Error('an item that cannot be');
			} catch (error) {
				if (!(error instanceof FeedFault)) throw error;
				refused += 1;
			}
		}),
		{ numRuns: 10_000 }
	);
	// Both happen: the feeds are neither all sound nor all beyond reading.
	expect(read).toBeGreaterThan(1000);
	expect(refused).toBeGreaterThan(1000);
}, 60_000);
