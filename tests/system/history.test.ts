import { beforeAll, expect, test, vi } from 'vitest';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import { isHollow, shapeOf } from '#lib/radar/chart/shape.ts';
import type { Site } from '#lib/server/read/site.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let site: Site;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	return seeded.close;
});

test('the slider draws in every edition what its page draws, to the digit', () => {
	const history = site.history();
	const tracks = fromColumns(history.projects);
	expect(history.editions.map(({ id }) => id)).toEqual(site.editions().map(({ id }) => id));
	for (const [at, { id, blipRadius }] of history.editions.entries()) {
		const edition = site.edition(id);
		if (edition === null) throw new Error(`${id} is missing`);
		const view = site.view(edition);
		expect(blipRadius).toBe(view.blipRadius);
		const slid = tracks
			.filter(({ ring }) => ring[at] !== null)
			.map(({ id: project, category, x, y, ring, shape, hollow }) => ({
				...{ id: project, category, x: x[at], y: y[at], ring: ring[at] },
				...{ shape: shape[at], hollow: hollow[at] }
			}));
		const drawn = view.blips
			.filter(({ ring }) => ring !== null)
			.map((blip) => ({
				...{ id: blip.id, category: blip.category, x: blip.x, y: blip.y, ring: blip.ring },
				...{ shape: shapeOf(blip), hollow: isHollow(blip) }
			}));
		const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
		expect(slid.sort(byId)).toEqual(drawn.sort(byId));
	}
});
