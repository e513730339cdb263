import { Feed } from 'feed';
import { MOVE_KINDS, ringOf, type MoveKind } from '#lib/radar/edition/moves/move.ts';
import { dayTime, editionText } from '#lib/radar/words/days.ts';
import type { EditionNews, News } from '#lib/radar/edition/moves/through.ts';
import { isNarrowed, nothingAsked, paramsFrom, type Asked } from '#lib/radar/explore/asked.ts';
import { emptyFilter } from '#lib/radar/explore/filter.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { credits } from './credits.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import { newsFilter } from './feed-filter.ts';
import { lastingEntries } from './lasting-entries.ts';
import { pageOf } from './links.ts';
import type { ExportSource } from './source.ts';
import { tagUri } from './tag-uri.ts';

const KIND_WORDS: Record<MoveKind, string> = {
	in: 'Moved in',
	out: 'Moved out',
	entered: 'Entered',
	returned: 'Returned',
	left: 'Left',
	rated: 'Rated anew',
	unrated: 'No longer rated'
};

/** One entry per edition with changes, newest first. Ids do not depend on the site's address. */
export function changesFeed(source: ExportSource, links = feedLinks(source)): Feed {
	const { document, edition, site, repository } = source;
	const filter = filterParams(source);
	const shows = filter === '' ? () => true : newsFilter(source);
	const told = lastingEntries(source.news(), edition.editions)
		.map((entry) => ({ ...entry, news: entry.news.filter(shows) }))
		.filter(({ news }) => news.length > 0)
		.reverse();
	const newest = told[0]?.edition ?? edition.edition;
	const feed = new Feed({
		title: `${document.title}: changes`,
		description: `What moved between the rings, and why. ${document.notice} ${credits(document)}`,
		id: tagUri(repository, `changes${filter}`),
		link: site === null ? repository : `${site}changes`,
		language: 'en',
		updated: new Date(dayTime(newest.date)),
		generator: false,
		copyright: credits(document),
		author: { name: document.title, link: site ?? repository },
		...(site === null ? {} : { feedLinks: links })
	});
	for (const entry of told) {
		feed.addItem({
			title: `${editionText(entry.edition.id)}: ${summaryOf(entry.news)}`,
			id: tagUri(repository, `edition:${entry.edition.id}${filter}`),
			link:
				site === null
					? repository
					: `${site}changes?from=${entry.before.id}&to=${entry.edition.id}`,
			date: new Date(dayTime(entry.edition.date)),
			published: new Date(dayTime(entry.edition.date)),
			content: contentOf(entry, site)
		});
	}
	return feed;
}

const feedLinks = (source: ExportSource): Record<string, string> => {
	const [site, filter] = [source.site ?? '', filterParams(source)];
	return { atom: `${site}feed.xml${filter}`, json: `${site}feed.json${filter}` };
};

/** Of one project, at an address without parameters, which a static site has too. */
export const projectFeed = (
	source: ExportSource,
	{ id, name }: { id: string; name: string }
): Feed =>
	feedOf(source, name, { query: `id:${id}` }, `projects/${encodeURIComponent(id)}/feed.xml`);

/** Likewise of one category; `id`: in its address. */
export const categoryFeed = (
	source: ExportSource,
	{ id, name }: { id: string; name: string }
): Feed =>
	feedOf(
		source,
		name,
		{ filter: { ...emptyFilter(), category: [name] } },
		`categories/${id}/feed.xml`
	);

function feedOf(source: ExportSource, name: string, asked: Partial<Asked>, path: string): Feed {
	const view = { ...nothingAsked(), ...asked };
	const feed = changesFeed({ ...source, view }, { atom: `${source.site ?? ''}${path}` });
	feed.options.title = `${source.document.title}: changes of ${name}`;
	return feed;
}

function filterParams({ view }: ExportSource): string {
	if (!isNarrowed(view)) return '';
	return `?${paramsFrom({ ...view, edition: null, project: null, names: true })}`;
}

const summaryOf = (news: readonly News[]): string =>
	kindsOf(news)
		.map(([kind, list]) => `${list.length} ${KIND_WORDS[kind].toLowerCase()}`)
		.join(', ');

const contentOf = ({ before, news }: EditionNews, site: string | null): string =>
	[
		`<p>Since ${editionText(before.id)}: ${plural(news.length, 'change')}.</p>`,
		...kindsOf(news).map(
			([kind, list]) =>
				`<h3>${KIND_WORDS[kind]}</h3><ul>${list.map((one) => `<li>${itemOf(one, site)}</li>`).join('')}</ul>`
		)
	].join('');

function itemOf(news: News, site: string | null): string {
	const { id, name, reason } = news;
	const page = pageOf(site, id);
	const title =
		page === null
			? escapeMarkup(name)
			: `<a href="${escapeMarkup(page)}">${escapeMarkup(name)}</a>`;
	return `${title}${ringsOf(news)}${reason === null ? '' : `. ${escapeMarkup(reason)}`}`;
}

function ringsOf({ from: was, to: is }: News): string {
	const [from, to] = [ringOf(was), ringOf(is)];
	if (to === null) return from === null ? '' : `, was ${RING_WORDS[from]}`;
	return from === null ? `, ${RING_WORDS[to]}` : `, ${RING_WORDS[from]} → ${RING_WORDS[to]}`;
}

function kindsOf(news: readonly News[]): [MoveKind, News[]][] {
	const groups = Map.groupBy(news, ({ kind }) => kind);
	return MOVE_KINDS.flatMap((kind): [MoveKind, News[]][] => {
		const list = groups.get(kind);
		return list === undefined ? [] : [[kind, list]];
	});
}
