import { describe, expect, test } from 'vitest';
import { readVersions, releaseValues, type Tag } from './tags.ts';

const DAY = 86_400;
const tags = (...names: string[]): Tag[] => names.map((name, i) => ({ name, time: (i + 1) * DAY }));
const values = (list: Tag[], moment = 1000 * DAY) => releaseValues(readVersions(list), moment);

describe('a tag', () => {
	test.each([
		['v1.2.3', [1, 2, 3], false, true],
		['1.2', [1, 2, 0], false, true],
		['release-1.2.0', [1, 2, 0], false, true],
		['v1.2.3.4', [1, 2, 3], false, true],
		['v1.2.3-1', [1, 2, 3], false, false],
		['python-1.8.2', [1, 8, 2], false, false],
		['checkpoint==2.0.1', [2, 0, 1], false, false],
		['client/v1.65.0', [1, 65, 0], false, false],
		['slurm-24-05-3-1', [24, 5, 3], false, false],
		['2024-11-05-final', [2024, 11, 5], false, false],
		['v1.0.0-rc.1', [1, 0, 0], true, false],
		['v1.0.0a1', [1, 0, 0], true, false],
		['7.4-m2', [7, 4, 0], true, false],
		['slurm-2-3-0-0-pre1', [2, 3, 0], true, false],
		['fornightly-2023-07-04', [2023, 7, 4], true, false],
		['scylla-2026.2.5-candidate-20260816022821', [2026, 2, 5], true, false],
		['orchestrator-v0.1.0', [0, 1, 0], false, false]
	])('%s is version %j; prerelease: %s; plain: %s', (name, numbers, prerelease, plain) =>
		expect(readVersions(tags(name))).toMatchObject([{ numbers, prerelease, plain }])
	);
	test.each(['latest', 'July-2024', 'release-20240826.0', 'v', 'v1'])('%s is no version', (name) =>
		expect(readVersions(tags(name))).toEqual([])
	);
	test('without a date marks no release', () =>
		expect(readVersions([{ name: 'v1.0.0', time: null }])).toEqual([]));
});

describe('the releases', () => {
	test('are the plain versions where there are any', () => {
		expect(
			values(tags('v1.0.0', 'client/v9.0.0', 'v1.1.0-hotfix', 'v1.1.0', 'v2.0.0-rc1'))
		).toEqual({
			stableReleaseDays365d: 0,
			releasesTotal: 2,
			anyPrerelease: true,
			lastStableRelease: '1970-01-05',
			lastStableTag: 'v1.1.0',
			highestVersion: '1.1.0'
		});
	});
	test('are all stable versions where there are no plain ones', () => {
		expect(values(tags('python-1.9.0', 'dotnet-1.10.2'))).toMatchObject({
			releasesTotal: 2,
			lastStableTag: 'dotnet-1.10.2',
			highestVersion: '1.10.2'
		});
	});
	test('are those of the whole where there are builds of it but no plain version', () => {
		expect(values(tags('v2.30.7-1', 'bindings-v0.3.1', 'client/v9.0.0'))).toMatchObject({
			releasesTotal: 1,
			lastStableTag: 'v2.30.7-1',
			highestVersion: '2.30.7'
		});
	});
	test('of several parts have the highest version of the part released last', () => {
		expect(values(tags('vectors-10.1.0', 'dotnet-1.80.0', 'dotnet-1.9.0'))).toMatchObject({
			lastStableTag: 'dotnet-1.9.0',
			highestVersion: '1.80.0'
		});
	});
	test('count by days, and only those until the moment', () => {
		const list = ['v1.0.0', 'v1.0.1', 'v1.1.0'].map((name, i) => ({
			name,
			time: 700 * DAY + i * 50_000
		}));
		expect(values(list, 701 * DAY - 1)).toMatchObject({
			releasesTotal: 1,
			highestVersion: '1.0.1'
		});
		expect(values(list)).toMatchObject({ releasesTotal: 2, stableReleaseDays365d: 2 });
	});
	test('without a stable one have no date and no version', () => {
		expect(values(tags('v1.0.0-alpha'))).toEqual({
			stableReleaseDays365d: 0,
			releasesTotal: 0,
			anyPrerelease: true
		});
	});
});
