import { parseFeed as parseAny } from 'feedsmith';
import { FeedFault } from './fault.ts';

/** An entry as a feed writes it; texts may hold HTML. */
export interface FeedEntry {
	guid: string | null;
	title: string | null;
	/** As written: it may be relative, or no address at all. */
	address: string | null;
	/** Further addresses that it says it is about. */
	about: string[];
	/** As written. */
	published: string | null;
	description: string | null;
	content: string | null;
}

type AnyFeed = ReturnType<typeof parseAny>;

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed. Entities that it declares stay unexpanded.
 * @throws {FeedFault} when it is none, or declares entities from elsewhere.
 */
export function parseFeed(text: string): FeedEntry[] {
	if (/<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\b/i.test(text)) {
		throw new FeedFault('declares entities from elsewhere');
	}
	try {
		return entriesOf(parseAny(text));
	} catch (error) {
		throw new FeedFault(whatItIs(text, error));
	}
}

function whatItIs(text: string, error: unknown): string {
	if (text.trim() === '') return 'is empty';
	if (/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i.test(text)) {
		return 'is a web page, no feed';
	}
	const message = error instanceof Error ? error.message.split('\n')[0] : '';
	return `is no feed that can be read (${(message ?? '').slice(0, 120)})`;
}

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? value : null;
const firstOf = (...values: unknown[]): string | null =>
	values.reduce<string | null>((found, value) => found ?? textOf(value), null);

/** A text of Atom is a string, or an object around it. */
const atomText = (value: unknown): string | null =>
	textOf(typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

type AtomLink = { href?: string | undefined; rel?: string | undefined };

const atomAddress = (links: readonly AtomLink[] | undefined): string | null =>
	textOf(links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href);

const atomAbout = (links: readonly AtomLink[] | undefined): string[] =>
	(links ?? []).flatMap(({ rel, href }) =>
		(rel === 'related' || rel === 'via') && href !== undefined ? [href] : []
	);

function entriesOf(any: AnyFeed): FeedEntry[] {
	switch (any.format) {
		case 'rss':
			return (any.feed.items ?? []).map((item) => ({
				guid: textOf(item.guid?.value),
				title: firstOf(item.title, item.dc?.titles?.[0]),
				address: firstOf(
					item.link,
					atomAddress(item.atom?.links),
					item.guid?.isPermaLink === false ? null : item.guid?.value
				),
				about: atomAbout(item.atom?.links),
				published: firstOf(item.pubDate, item.dc?.dates?.[0], item.atom?.published),
				description: textOf(item.description),
				content: textOf(item.content?.encoded)
			}));
		case 'atom':
			return (any.feed.entries ?? []).map((entry) => ({
				guid: textOf(entry.id),
				title: atomText(entry.title),
				address: atomAddress(entry.links),
				about: atomAbout(entry.links),
				published: firstOf(entry.published, entry.updated),
				description: atomText(entry.summary),
				content: atomText(entry.content)
			}));
		case 'rdf':
			return (any.feed.items ?? []).map((item) => ({
				guid: textOf(item.rdf?.about),
				title: textOf(item.title),
				address: firstOf(item.link, item.rdf?.about),
				about: [],
				published: textOf(item.dc?.dates?.[0]),
				description: textOf(item.description),
				content: textOf(item.content?.encoded)
			}));
		case 'json':
			return (any.feed.items ?? []).map((item) => ({
				guid: textOf(item.id),
				title: textOf(item.title),
				address: firstOf(item.url, item.external_url),
				about: item.url !== undefined && item.external_url !== undefined ? [item.external_url] : [],
				published: firstOf(item.date_published, item.date_modified),
				description: textOf(item.summary),
				content: firstOf(item.content_html, item.content_text)
			}));
	}
}
