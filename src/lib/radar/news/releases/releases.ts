import type { Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { newsItem, type NewsFacts, type NewsItem } from '#lib/radar/news/item.ts';
import { highestBelow, stepBetween, tagVersion, type TagVersion } from './version.ts';
import { by } from '#lib/radar/words/order.ts';
import { githubUrl } from '#lib/radar/words/addresses.ts';

/** A release of a repository, as far as a source tells. */
export interface KnownRelease {
	tag: string;
	day: Day;
	prerelease: boolean;
	/** Null where only the tag is known. */
	url: string | null;
	notes?: NonNullable<NewsFacts['release']>['notes'];
}

/** Whose releases they are. */
export interface ReleasingProject {
	id: string;
	name: string;
	/** `owner/name` */
	repository: string;
}

/** The tag that an address of a release ends with; null for another address. */
export function releaseTag(address: string | null): string | null {
	const tag = /\/releases\/tag\/([^/?#]+(?:\/[^?#]+)?)$/.exec(address ?? '')?.[1];
	try {
		return tag === undefined ? null : decodeURIComponent(tag);
	} catch {
		return null;
	}
}

/** Releases that observations tell: the last stable one of each, so that of several between two, only the last is known. */
export function observedReleases(
	observations: Iterable<Pick<Observation, 'repository' | 'values'>>
): Map<string, KnownRelease[]> {
	const found = new Map<string, Map<string, KnownRelease>>();
	for (const { repository, values } of observations) {
		const { lastStableTag: tag, lastStableRelease: day } = values;
		if (tag === undefined || day === undefined) continue;
		const tags = found.get(repository.toLowerCase()) ?? new Map<string, KnownRelease>();
		const known = tags.get(tag);
		// A tag that was moved keeps its first day.
		if (known === undefined || day < known.day) {
			tags.set(tag, { tag, day, prerelease: false, url: null });
		}
		found.set(repository.toLowerCase(), tags);
	}
	return new Map([...found].map(([repository, tags]) => [repository, [...tags.values()]]));
}

interface Versioned extends KnownRelease {
	version: TagVersion;
}

/** The tags of one day are one release: the whole, else the highest version, else the first tag. */
function mainOf(day: readonly KnownRelease[], project: string): KnownRelease | undefined {
	const rank = ({ tag, prerelease }: KnownRelease): string => {
		const version = tagVersion(tag, project);
		return `${prerelease ? 0 : 1}${version === null ? 0 : 1}${version?.part === '' ? 1 : 0}`;
	};
	return day.reduce<KnownRelease | undefined>((best, one) => {
		if (best === undefined || rank(one) > rank(best)) return one;
		if (rank(one) < rank(best)) return best;
		const [a, b] = [tagVersion(one.tag, project), tagVersion(best.tag, project)];
		return a !== null && b !== null && a.semver.compare(b.semver) > 0 ? one : best;
	}, undefined);
}

/**
 * A project's releases as items, one a day, oldest first: several tags of a day are parts of one release. A step is seen
 * from the highest lower version that is known by that day.
 */
export function releaseItems(
	{ id, name, repository }: ReleasingProject,
	releases: readonly KnownRelease[]
): NewsItem[] {
	const called = repository.split('/')[1] ?? '';
	const before: Versioned[] = [];
	const days = [...Map.groupBy(releases, ({ day }) => day)].sort(by(([key]) => key));
	return days.flatMap(([day, tags]) => {
		const main = mainOf(tags, called);
		if (main === undefined) return [];
		const version = tagVersion(main.tag, called);
		const lower = version && highestBelow(before, version);
		const prerelease = main.prerelease || (version?.semver.prerelease.length ?? 0) > 0;
		for (const one of tags) {
			const read = tagVersion(one.tag, called);
			if (read !== null && read.semver.prerelease.length === 0 && !one.prerelease) {
				before.push({ ...one, version: read });
			}
		}
		const said = version === null ? main.tag : `${version.part} ${version.text}`.trim();
		return [
			newsItem({
				id: `release:${id}:${main.tag}`,
				kind: 'release',
				source: repository,
				day,
				title: `${name} ${said}`,
				url: main.url ?? `${githubUrl(repository)}/releases/tag/${encodeURIComponent(main.tag)}`,
				version: version === null || version.part !== '' ? main.tag : version.text,
				projects: [{ project: id, how: 'own' }],
				facts: {
					release: {
						step:
							lower && version && !prerelease
								? stepBetween(lower.version.semver, version.semver, day)
								: null,
						prerelease,
						previous: lower ? { version: lower.version.text, day: lower.day } : null,
						parts: tags.length - 1,
						...(main.notes === undefined ? {} : { notes: main.notes })
					}
				}
			})
		];
	});
}
