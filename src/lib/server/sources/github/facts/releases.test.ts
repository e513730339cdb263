import { describe, expect, test } from 'vitest';
import { namesPrerelease, readReleases, versionOf, type Release } from './releases.ts';

const TODAY = '2026-09-16';
const release = (tag: string, day: string | null, prerelease = false): Release => ({
	tag,
	day,
	prerelease
});

describe('versionOf', () => {
	test.each([
		['v1.2.3', [1, 2, 3], false],
		['1.0', [1, 0, 0], false],
		['langchain-core==0.3.1', [0, 3, 1], false],
		['@scope/package@2.10.0', [2, 10, 0], false],
		['release-0.9.0-rc.1', [0, 9, 0], true],
		['v2.0.0b1', [2, 0, 0], true],
		['1.4.0.dev20260101', [1, 4, 0], true],
		['2024.1.0', [2024, 1, 0], false]
	])('%s', (tag, numbers, prerelease) => expect(versionOf(tag)).toEqual({ numbers, prerelease }));

	test.each(['latest', 'nightly', 'v1', 'build-20260101'])('%s names no version', (tag) =>
		expect(versionOf(tag)).toBeNull()
	);
});

test('moving tags and pre-releases say so by their name', () => {
	expect(['nightly', 'latest', 'v1.0.0-rc1'].every(namesPrerelease)).toBe(true);
	expect(['v1.0.0', 'spring-edition'].some(namesPrerelease)).toBe(false);
});

describe('readReleases', () => {
	test('counts distinct days of stable releases in a year', () => {
		const list = [
			release('a@2.0.1', '2026-08-01'),
			release('b@1.0.0', '2026-08-01'),
			release('a@2.0.0-rc.1', '2026-07-01', true),
			release('a@1.9.0', '2026-06-01'),
			release('a@1.0.0', '2024-06-01')
		];
		expect(readReleases(list, true, 5, TODAY)).toEqual({
			values: {
				anyPrerelease: true,
				stableReleaseDays365d: 2,
				releasesTotal: 5,
				lastStableRelease: '2026-08-01',
				lastStableTag: 'a@2.0.1',
				highestVersion: '2.0.1'
			},
			unknown: {}
		});
	});

	test('a list that does not reach back a year leaves the days unknown, not few', () => {
		const { values, unknown } = readReleases([release('v9.0.0', '2026-09-01')], false, 400, TODAY);
		expect(values.stableReleaseDays365d).toBeUndefined();
		expect(unknown.stableReleaseDays365d).toContain('do not reach back');
		expect(values).toMatchObject({ lastStableRelease: '2026-09-01', releasesTotal: 400 });
	});

	test('"no stable release" is said only when the whole list was seen', () => {
		const nightlies = [release('nightly-1', '2026-09-01', true)];
		expect(readReleases(nightlies, true, 1, TODAY).values).toMatchObject({
			releasesTotal: 1,
			stableReleaseDays365d: 0
		});
		const cut = readReleases(nightlies, false, 900, TODAY);
		expect(cut.values.releasesTotal).toBeUndefined();
		expect(cut.unknown.lastStableRelease).toBeDefined();
	});

	test('the highest version counts numbers, not letters', () => {
		const { values } = readReleases(
			[release('v0.9.0', '2026-09-01'), release('v0.10.0', '2026-08-01')],
			true,
			2,
			TODAY
		);
		expect(values.highestVersion).toBe('0.10.0');
	});
});
