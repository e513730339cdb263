import { addDays } from '#lib/radar/words/days.ts';
import type { ObservedField, ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** A release at GitHub. */
export interface Release {
	tag: string;
	/** Null when the moment is not known. */
	day: Day | null;
	prerelease: boolean;
}

type ReleaseField = Extract<
	ObservedField,
	| 'stableReleaseDays365d'
	| 'releasesTotal'
	| 'lastStableRelease'
	| 'lastStableTag'
	| 'highestVersion'
	| 'anyPrerelease'
>;
export interface ReleaseReading {
	values: Pick<ObservedValues, ReleaseField>;
	unknown: Partial<Record<ReleaseField, string>>;
}

/** A version somewhere at the end of a tag: `v1.2.3`, `package@1.2`, `release-2.0.1-rc.1`. */
const VERSION = /(?:^|[^\d.])(\d{1,4})\.(\d{1,6})(?:\.(\d{1,6}))?(?:\.\d+)*(.*)$/;
const PRERELEASE = /^[-._+]?(alpha|beta|rc|pre|preview|dev|nightly|snapshot|canary|a|b)[-._]?\d*/i;

interface Version {
	numbers: [number, number, number];
	prerelease: boolean;
}

/** The version that a tag names; null when it names none. */
export function versionOf(tag: string): Version | null {
	const match = VERSION.exec(tag);
	if (!match) return null;
	const numbers = [match[1], match[2], match[3] ?? '0'].map(Number) as Version['numbers'];
	return { numbers, prerelease: PRERELEASE.test(match[4] ?? '') };
}

const higher = (a: Version['numbers'], b: Version['numbers']): boolean => {
	const at = a.findIndex((number, i) => number !== b[i]);
	return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

const MOVING_TAG = /(^|[-_./])(nightly|canary|snapshot|latest|dev|edge|main|master)\b/i;

/** Whether a tag says by itself that it is no stable release. */
export const namesPrerelease = (tag: string): boolean =>
	versionOf(tag)?.prerelease ?? MOVING_TAG.test(tag);

/**
 * Reads releases, newest first. Distinct days count, since monorepos release many packages at once.
 * `complete`: the list reaches back to the beginning; `total`: how many there are in all.
 */
export function readReleases(
	releases: readonly Release[],
	complete: boolean,
	total: number,
	today: Day
): ReleaseReading {
	const stable = releases.filter((r) => !r.prerelease && r.day !== null && r.day <= today);
	const since = addDays(today, -365);
	const days = new Set(stable.map((r) => r.day ?? '').filter((day) => day > since));
	const oldest = releases.reduce((min, r) => (r.day !== null && r.day < min ? r.day : min), today);
	const newest = stable.reduce<Release | null>(
		(best, r) => (best && (best.day ?? '') >= (r.day ?? '') ? best : r),
		null
	);
	const reading: ReleaseReading = {
		values: { anyPrerelease: releases.some((r) => r.prerelease) },
		unknown: {}
	};
	const beyond = `the last ${releases.length} releases do not reach back far enough`;

	if (complete || oldest <= since) reading.values.stableReleaseDays365d = days.size;
	else reading.unknown.stableReleaseDays365d = beyond;

	// Without the end of the list "none" would only mean "none lately".
	if (complete || newest) reading.values.releasesTotal = total;
	else
		for (const field of ['releasesTotal', 'lastStableRelease'] as const)
			reading.unknown[field] = beyond;

	if (newest?.day) {
		reading.values.lastStableRelease = newest.day;
		reading.values.lastStableTag = newest.tag.slice(0, 200);
	}
	let highest: Version['numbers'] | null = null;
	for (const { tag } of stable) {
		const version = versionOf(tag);
		if (version && !version.prerelease && (!highest || higher(version.numbers, highest)))
			highest = version.numbers;
	}
	if (highest) reading.values.highestVersion = highest.join('.');
	return reading;
}
