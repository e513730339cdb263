import { describe, expect, test } from 'vitest';
import { lineText } from '#lib/radar/news/week/line-text.ts';
import { observedReleases, releaseItems, type KnownRelease } from './releases.ts';

const KSERVE = { id: 'kserve', name: 'KServe', repository: 'kserve/kserve' };
const release = (tag: string, day: string, prerelease = false): KnownRelease => ({
	tag,
	day,
	prerelease,
	url: null
});

test('observations tell the last stable release of each, once, by its first day', () => {
	const seen = (lastStableTag: string, lastStableRelease: string) => ({
		repository: 'KServe/kserve',
		values: { lastStableTag, lastStableRelease }
	});
	const found = observedReleases([
		seen('v0.19.0', '2026-06-12'),
		seen('v0.19.0', '2026-06-12'),
		seen('v0.20.0', '2026-08-07'),
		seen('v0.20.0', '2026-08-06'),
		{ repository: 'o/none', values: { stars: 1 } }
	]);
	expect([...found]).toEqual([
		['kserve/kserve', [release('v0.19.0', '2026-06-12'), release('v0.20.0', '2026-08-06')]]
	]);
});

describe('releases as items', () => {
	test('tell step, days and the version before', () => {
		const items = releaseItems(KSERVE, [
			release('v0.20.0', '2026-08-06'),
			release('v0.19.0', '2026-06-12')
		]);
		expect(items.map(lineText)).toEqual([
			'KServe 0.19.0.',
			'KServe 0.20.0, minor, 55 days after 0.19.0.'
		]);
		expect(items[1]).toMatchObject({
			id: 'release:kserve:v0.20.0',
			url: 'https://github.com/kserve/kserve/releases/tag/v0.20.0',
			version: '0.20.0',
			projects: [{ project: 'kserve', how: 'own' }]
		});
	});

	test('say where others may lie between', () => {
		const items = releaseItems(KSERVE, [
			release('v2.2.0', '2026-06-30'),
			release('v2.22.0', '2026-07-31'),
			release('v3.0.2', '2026-08-10')
		]);
		expect(items.slice(1).map(lineText)).toEqual([
			'KServe 2.22.0, minor, up from 2.2.0, seen 31 days before.',
			'KServe 3.0.2, first seen of 3.0, up from 2.22.0, seen 10 days before.'
		]);
	});

	test('see a fix of an older line from that line', () => {
		const items = releaseItems(KSERVE, [
			release('v1.16.0', '2026-01-01'),
			release('v1.17.0', '2026-02-01'),
			release('v1.16.1', '2026-03-01')
		]);
		expect(items[2]?.facts.release).toMatchObject({
			step: 'patch',
			previous: { version: '1.16.0' }
		});
	});

	test('of one day are one, with parts; the whole leads', () => {
		const items = releaseItems(KSERVE, [
			release('python==9.0.0', '2026-01-01'),
			release('v1.0.0', '2026-01-01'),
			release('sdk/v1.0.0', '2026-01-01')
		]);
		expect(items).toMatchObject([{ title: 'KServe 1.0.0', facts: { release: { parts: 2 } } }]);
	});

	test('that are not stable are no step, and nothing is seen from them', () => {
		const items = releaseItems(KSERVE, [
			release('v0.9.0', '2026-01-01'),
			release('v1.0.0-rc.1', '2026-02-01'),
			release('v1.0.0', '2026-03-01')
		]);
		expect(items.map(({ facts }) => facts.release)).toMatchObject([
			{ step: null, previous: null },
			{ step: null, prerelease: true },
			{ step: 'first-stable', previous: { version: '0.9.0' } }
		]);
	});

	test('whose tag is no version say their tag', () => {
		expect(releaseItems(KSERVE, [release('slurm-26-05-3-1', '2026-08-13')])).toMatchObject([
			{
				title: 'KServe slurm-26-05-3-1',
				version: 'slurm-26-05-3-1',
				facts: { release: { step: null } }
			}
		]);
	});
});
