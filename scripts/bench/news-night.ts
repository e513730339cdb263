/** A night of release feeds and blogs against a stand-in: first, and again with nothing new. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openForWriting } from '#lib/server/db/database.ts';
import { releasingProjects } from '#lib/server/publish/load-news.ts';
import { rss, withEtag } from '../../tests/feeds/stand-in.ts';
import { newsScene, nightOn, type NewsScene } from '../../tests/fixtures/news-scene.ts';
import { print, timed } from './figure.ts';

const RELEASE_FEEDS = 190;
const BLOGS = 12;
const ENTRIES = 10;
const NIGHT = '--night';

/** Entries of as many words as a long article or a long list of changes has. */
const NOTES = '<h2>New features</h2><ul><li>a</li></ul>'.repeat(50).replaceAll('<', '&lt;');
const ARTICLE = '&lt;p>Some words on serving models on a cluster.&lt;/p>'.repeat(200);

const each = <T>(make: (i: number) => T): T[] => Array.from({ length: ENTRIES }, (_, i) => make(i));

const releases = (repository: string): string =>
	`<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2026-08-31T00:00:00Z</updated>${each(
		(i) =>
			`<entry><id>v1.${i}.0</id><updated>2026-08-${10 + i}T10:00:00Z</updated><link rel="alternate" href="https://github.com/${repository}/releases/tag/v1.${i}.0"/><title>v1.${i}.0</title><content type="html">${NOTES}</content></entry>`
	).join('')}</feed>`;

const posts = () =>
	each((i) => ({
		title: `KServe part ${i}`,
		link: `https://blog.example.org/${i}`,
		guid: String(i),
		date: 'Mon, 31 Aug 2026 00:00:00 +0000',
		content: ARTICLE
	}));

/** A night alone, in a process of its own: the stand-in's memory is not the night's. */
async function alone([database = '', folder = '', host = '', days = '']: string[]): Promise<void> {
	const db = openForWriting(database);
	const { ms, result } = await timed(() => nightOn({ db, folder, host }, Number(days)));
	db.$client.close();
	const { releases: read, feeds, requests, added } = result;
	const failed = read.failed + feeds.filter(({ outcome }) => outcome === 'failed').length;
	const what = `Night ${days}, ${added} items new, ${failed} feeds failed`;
	print({ what, measured: requests, unit: 'requests', target: 250 });
	print({ what, measured: ms / 1000, unit: 's', target: 180 });
	print({ what, measured: process.resourceUsage().maxRSS / 1024, unit: 'MB', target: 200 });
}

async function nights({ database, db, folder, server, useFeeds }: NewsScene): Promise<void> {
	for (const { repository } of releasingProjects(db)) {
		server.serve(`/${repository}/releases.atom`, withEtag('"r"', releases(repository)));
	}
	const blogs = Array.from({ length: BLOGS }, (_, i) => `blog-${i}`);
	for (const id of blogs) server.serve(`/${id}`, withEtag('"b"', rss(posts())));
	useFeeds(blogs.map((id) => ({ id, name: id, url: `${server.url}/${id}` })));
	for (const days of ['1', '2']) {
		const child = fork(import.meta.filename, [NIGHT, database, folder, server.url, days], {
			// As `npm run news` starts it.
			execArgv: ['--max-semi-space-size=4', '--heap-growing-percent=25']
		});
		await once(child, 'exit');
	}
}

const [mode, ...given] = process.argv.slice(2);
if (mode === NIGHT) await alone(given);
else {
	const scene = await newsScene([], RELEASE_FEEDS - 1);
	try {
		await nights(scene);
	} finally {
		await scene.stop();
	}
}
