import { notesFacts } from '#lib/radar/news/releases/release-notes.ts';
import { releaseTag, type KnownRelease } from '#lib/radar/news/releases/releases.ts';
import { tagVersion } from '#lib/radar/news/releases/version.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { entryDay } from './entry-day.ts';
import type { FeedState } from './feed-state.ts';
import type { FetchOptions } from './fetch-feed.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { paragraphsOf } from './paragraphs.ts';
import { parseFeed, type FeedEntry } from './parse-feed.ts';
import { readConditionally, type ConditionalRead } from './read-conditionally.ts';

export interface ReleaseFeedResult extends Omit<ConditionalRead<never>, 'value'> {
	/** `owner/name` */
	repository: string;
	releases: KnownRelease[];
	/** By tag, what the notes say, as paragraphs: for the night's work alone. */
	texts: Map<string, string[]>;
}

export interface ReleaseFeedOptions extends FetchOptions {
	today: Day;
	/** Notes of older releases are not read. */
	since: Day;
	/** Where the repositories live; default GitHub. */
	host?: string;
	signal?: AbortSignal;
}

const GITHUB = 'https://github.com';

export const releaseFeedId = (repository: string): string => `releases:${repository.toLowerCase()}`;

/** Reads the `releases.atom` of repositories one after the other, conditionally, and hands over each. `states`: by id. */
export async function* readReleaseFeeds(
	repositories: readonly string[],
	states: ReadonlyMap<string, FeedState>,
	options: ReleaseFeedOptions
): AsyncGenerator<ReleaseFeedResult, void, undefined> {
	for (const repository of repositories) {
		if (options.signal?.aborted === true) return;
		const url = `${options.host ?? GITHUB}/${repository}/releases.atom`;
		const name = `Releases of ${repository}`;
		const known = states.get(releaseFeedId(repository));
		const { value, ...kept } = await readConditionally({ name, url }, known, options, ({ text }) =>
			parseFeed(text).flatMap((entry) => release(entry, options) ?? [])
		);
		const read = value ?? [];
		yield {
			...kept,
			repository,
			releases: read.map((one) => one.release),
			texts: new Map(read.map((one) => [one.release.tag, one.paragraphs]))
		};
	}
}

/** Null for what is older than asked for, has no day, or leads to no release. */
function release(
	{ address, published, content }: FeedEntry,
	{ today, since }: ReleaseFeedOptions
): { release: KnownRelease; paragraphs: string[] } | null {
	const day = entryDay(published, today);
	const tag = releaseTag(address);
	if (day === null || tag === null || day < since) return null;
	return {
		release: {
			tag,
			day,
			prerelease: (tagVersion(tag)?.semver.prerelease.length ?? 0) > 0,
			url: null,
			notes: notesFacts(notesMarkdown(content ?? ''))
		},
		paragraphs: paragraphsOf(content ?? '')
	};
}
