import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { present, type RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { namesPrerelease, readReleases, versionTags } from './releases.ts';

const RELEASE_FIELDS = [
	'stableReleaseDays365d',
	'releasesTotal',
	'lastStableRelease',
	'lastStableTag',
	'highestVersion',
	'anyPrerelease'
] as const satisfies readonly ObservedField[];

const dayOf = (moment: string): Day => moment.slice(0, 10);

/** Reads the releases. Says whether the tags are to be read in their place. */
export function readReleaseList(
	draft: Draft,
	answer: RepositoryAnswer,
	today: Day,
	gaps: Gaps
): boolean {
	const { releases } = answer;
	if (!releases?.nodes) {
		draft.miss(RELEASE_FIELDS, gaps.why('releases'));
		return false;
	}
	if (releases.totalCount === 0 && !answer.isEmpty) {
		draft.miss(RELEASE_FIELDS, 'no releases; the tags are read in the next query');
		return true;
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
	return false;
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

/** Reads the tags in place of releases. Says whether they came. */
export function readTags(draft: Draft, answer: RepositoryAnswer, today: Day): boolean {
	const { refs } = answer;
	if (!refs?.nodes) return false;
	const listed = present(refs.nodes).map(({ name, target }) => {
		const moment = target?.committedDate ?? target?.target?.committedDate;
		return { name, day: moment ? dayOf(moment) : null };
	});
	const versions = versionTags(listed);
	const complete = listed.length >= refs.totalCount;
	settleReleases(
		draft,
		readReleases(versions, complete, complete ? versions.length : refs.totalCount, today)
	);
	return true;
}
