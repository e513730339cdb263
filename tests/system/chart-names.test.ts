import { beforeAll, expect, test, vi } from 'vitest';
import { namesOf } from '#lib/radar/chart/names/names.ts';
import type { Site } from '#lib/server/read/site.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let site: Site;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	return seeded.close;
});

test('every rated project of the newest edition has its name on the radar, and 40 have one on a phone', () => {
	const edition = site.edition(null);
	if (edition === null) throw new Error('the bundled data holds no edition');
	const view = site.view(edition);
	const rated = view.blips.filter(({ ring }) => ring !== null).map(({ id }) => id);
	const { large, small } = namesOf(view);
	expect(new Set(large.map(({ id }) => id))).toEqual(new Set(rated));
	expect(small.length).toBeGreaterThanOrEqual(40);
});
