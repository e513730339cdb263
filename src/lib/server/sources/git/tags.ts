import type { RELEASE_FIELDS } from '#lib/radar/observation/history-fields.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { dayOf, SECONDS_PER_DAY, type Seconds } from './moment.ts';

/** A tag, with the tagger's date, else the commit's; null when there is none. */
export interface Tag {
	name: string;
	time: Seconds | null;
}

/** A tag that names a version. */
export interface VersionTag {
	name: string;
	time: Seconds;
	numbers: readonly [number, number, number];
	prerelease: boolean;
	/** What stands before the version: `client` of `client/v1.2.3`; empty for the whole. */
	part: string;
	/** A version and nothing else, such as `v1.2.3` or `release-1.2`. */
	plain: boolean;
}

/** A version, alone or after a separator: `v1.2.3`, `package@1.2`, `slurm-24-05-3-1`. */
const VERSION = /^(|.*?[-/=_@])v?(\d{1,4})[.-](\d{1,9})(?:[.-](\d{1,9}))?(.*)$/i;
const PLAIN = /^(?:(?:release|rel|version)[-_/])?v?\d{1,4}(?:\.\d+){1,3}$/i;
const PRERELEASE =
	/alpha|beta|nightly|snapshot|canary|preview|candidate|(?<![a-z])(?:rc|pre|dev)|\d[abm]\d|-m\d/i;
/** Words before a version that name no part. */
const NO_PART = /^(?:release|rel|version)?$/i;
const LONGEST_NAME = 200;

/** The tags that name a version: others mark no release. */
export const readVersions = (tags: readonly Tag[]): VersionTag[] =>
	tags.flatMap(({ name, time }) => {
		const match = VERSION.exec(name);
		if (!match || time === null) return [];
		const [, before = '', major, minor, patch = '0'] = match;
		const part = before.slice(0, -1);
		return [
			{
				name,
				time,
				numbers: [Number(major), Number(minor), Number(patch)],
				part: NO_PART.test(part) ? '' : part,
				prerelease: PRERELEASE.test(name),
				plain: PLAIN.test(name)
			}
		];
	});

const isHigher = (a: VersionTag, b: VersionTag): boolean => {
	const at = a.numbers.findIndex((number, i) => number !== b.numbers[i]);
	return at >= 0 && (a.numbers[at] ?? 0) > (b.numbers[at] ?? 0);
};

/**
 * What the tags say at a moment. Plain versions alone count where there are any, else those of the whole, else those of
 * its parts. The highest version is of the part that was released last. Days count: one release may be many tags.
 */
export function releaseValues(
	versions: readonly VersionTag[],
	moment: Seconds
): Pick<ObservedValues, (typeof RELEASE_FIELDS)[number]> {
	const seen = versions.filter(({ time }) => time <= moment);
	const stable = seen.filter(({ prerelease }) => !prerelease);
	const plain = stable.filter((version) => version.plain);
	const whole = stable.filter(({ part }) => part === '');
	const releases = [plain, whole, stable].find(({ length }) => length > 0) ?? [];
	const days = (since: Seconds): Set<Day> =>
		new Set(releases.filter(({ time }) => time > since).map(({ time }) => dayOf(time)));
	const values: ReturnType<typeof releaseValues> = {
		stableReleaseDays365d: days(moment - 365 * SECONDS_PER_DAY).size,
		releasesTotal: days(-Infinity).size,
		anyPrerelease: seen.some(({ prerelease }) => prerelease)
	};
	const [first, ...others] = releases;
	if (!first) return values;
	const last = others.reduce((best, tag) => (tag.time >= best.time ? tag : best), first);
	const highest = releases
		.filter(({ part }) => part === last.part)
		.reduce((best, tag) => (isHigher(tag, best) ? tag : best), last);
	values.lastStableRelease = dayOf(last.time);
	values.lastStableTag = last.name.slice(0, LONGEST_NAME);
	values.highestVersion = highest.numbers.join('.');
	return values;
}
