import { RELEASE_FIELDS } from '#lib/radar/observation/history-fields.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { present, type RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { namesPrerelease, readReleases } from './releases.ts';

const dayOf = (moment: string): Day => moment.slice(0, 10);

/** Reads the releases. They count where git finds no version tags. */
export function readReleaseList(
	draft: Draft,
	answer: RepositoryAnswer,
	today: Day,
	gaps: Gaps
): void {
	const { releases } = answer;
	if (!releases?.nodes) {
		draft.miss(RELEASE_FIELDS, gaps.why('releases'));
		return;
	}
	const listed = present(releases.nodes);
	const published = listed
		.filter((r) => !r.isDraft)
		.map((r) => ({
			tag: r.tagName,
			day: r.publishedAt ? dayOf(r.publishedAt) : null,
			prerelease: r.isPrerelease || namesPrerelease(r.tagName)
		}));
	const reading = readReleases(
		published,
		listed.length >= releases.totalCount,
		releases.totalCount,
		today
	);
	settleReleases(draft, reading);
}

function settleReleases(draft: Draft, { values, unknown }: ReturnType<typeof readReleases>): void {
	draft.set(values);
	for (const [field, reason] of Object.entries(unknown))
		draft.miss([field as ObservedField], reason);
	const rest = RELEASE_FIELDS.filter(
		(field) => values[field] === undefined && unknown[field] === undefined
	);
	// Everything was seen, and there is none.
	draft.exempt(
		rest,
		values.lastStableRelease === undefined
			? 'no stable release'
			: 'no version can be read from the tags'
	);
}
