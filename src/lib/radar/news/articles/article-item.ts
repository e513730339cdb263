import type { Day } from '#lib/radar/words/vocabulary.ts';
import { noticeOf, versionInTitle } from './article-notice.ts';
import { canonicalAddress } from './canonical-address.ts';
import type { FeedSource } from './feed-list.ts';
import { newsItem, type NewsItem } from '#lib/radar/news/item.ts';
import type { ProjectLinker } from './project-links.ts';

export interface Article {
	guid: string | null;
	title: string;
	url: string;
	day: Day;
	undated: boolean;
	/** Null where the feed carries no text. */
	firstParagraph: string | null;
	/** Addresses that it says it is about. */
	about: readonly string[];
}

/** How articles find their projects. */
export interface ArticleLinks {
	link: ProjectLinker;
	namesOf: (project: string) => readonly string[];
}

/** More links mark a list of news: what it is about is none of them. */
const MOST_LINKS = 3;
const MOST_ID = 400;

const slug = (title: string): string =>
	title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}+/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');

/**
 * An article of a feed as an item. Its id is made of feed, day and title as first seen. It has a version where its title
 * names one project alone and that project's version.
 */
export function articleItem(
	{ id: source, about, site }: Pick<FeedSource, 'id' | 'about' | 'site'>,
	article: Article,
	{ link, namesOf }: ArticleLinks
): NewsItem {
	const { guid, title, url, day, undated, firstParagraph } = article;
	const addresses = [url, ...article.about];
	const projects = link({ title, firstParagraph, addresses }, { about, site });
	const named = projects.filter(({ how }) => how === 'own-blog' || how === 'title');
	const [only] = named.length === 1 ? named : [];
	const notice = noticeOf(title);
	const links = article.about.flatMap((address) => canonicalAddress(address) ?? []);
	return newsItem({
		id: `${source}:${day}:${slug(title) || 'untitled'}`.slice(0, MOST_ID),
		kind: 'article',
		source,
		day,
		undated,
		title,
		url,
		guid,
		version: only === undefined ? null : versionInTitle(title, namesOf(only.project)),
		projects,
		facts: notice === undefined ? {} : { notice },
		links: links.length > MOST_LINKS ? [] : [...new Set(links)].sort()
	});
}

/**
 * Whether an article has a place in the digest: it is about a project of the radar, comes from a project's own blog, or
 * says a word of a use case. `words`: in lower case.
 */
export function concernsRadar(
	{ title, projects }: Pick<NewsItem, 'title' | 'projects'>,
	{ about }: Pick<FeedSource, 'about'>,
	words: ReadonlySet<string>
): boolean {
	if (projects.length > 0 || about !== 'all') return true;
	const plain = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
	return [...words].some((word) => plain.includes(` ${word} `));
}
