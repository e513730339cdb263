import { compare, parse, type SemVer } from 'semver';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { VERSION_STEPS } from '#lib/radar/news/item.ts';
import { tagWords } from './tag-words.ts';

/** A version that a tag names. */
export interface TagVersion {
	/** As shown, without a leading v: `1.2.0-rc.1`. */
	text: string;
	/** The part of the repository that is released: `python` of `python==1.2.0`; empty for the whole. */
	part: string;
	semver: SemVer;
}

/** `rc1`, `.dev3`, `-alpha.1`; also `a1` and `b2` as Python writes them. */
const PRE =
	/^[-._+]?(?:alpha|beta|rc|pre|preview|dev|nightly|snapshot|canary|candidate|a(?=\d)|b(?=\d))/i;

/** The version that a tag names; null when it names none. `project`: a part of that name is the whole. */
export function tagVersion(tag: string, project = ''): TagVersion | null {
	const words = tagWords(tag, project);
	if (words === null) return null;
	const { part, numbers, rest } = words;
	const three = numbers
		.split('.')
		.concat('0')
		.slice(0, 3)
		.map((number) => BigInt(number).toString());
	const pre = PRE.test(rest) ? rest.replace(/^[-._+]+/, '').replace(/[^0-9a-z.-]+/gi, '-') : '';
	const semver = parse(`${three.join('.')}${pre === '' ? '' : `-${pre}`}`, { loose: true });
	if (semver === null) return null;
	return { text: `${numbers}${rest}`, part, semver };
}

/** One spelling for all spellings of a version: 0.17, v0.17 and 0.17.0 are the same. */
export const sameVersion = (version: string): string =>
	tagVersion(version)?.semver.version ?? version;

/** Years as versions say nothing of what breaks. */
const isCalendar = (major: number, year: number): boolean =>
	major === year || major === year - 1 || major === year % 100 || major === (year % 100) - 1;

type Step = (typeof VERSION_STEPS)[number];

/**
 * What a version is, seen from the highest lower one of the same part. A year as the major number counts as minor.
 * `from`, `to`: stable ones, `to` the higher.
 */
export function stepBetween(from: SemVer, to: SemVer, day: Day): Step {
	if (to.major !== from.major) {
		if (isCalendar(to.major, Number(day.slice(0, 4)))) return 'minor';
		return from.major === 0 ? 'first-stable' : 'major';
	}
	return to.minor === from.minor ? 'patch' : 'minor';
}

/** The highest of some versions that is lower than `version`; null for none. */
export const highestBelow = <T extends { version: TagVersion }>(
	known: readonly T[],
	{ semver, part }: TagVersion
): T | null =>
	known
		.filter(({ version }) => version.part === part && compare(version.semver, semver) < 0)
		.reduce<T | null>(
			(best, one) =>
				best === null || compare(one.version.semver, best.version.semver) > 0 ? one : best,
			null
		);
