import { beforeAll, describe, expect, test, vi } from 'vitest';
import { editionDifference } from '#lib/radar/edition/moves/difference.ts';
import { projectAsOf } from '#lib/radar/edition/project/project-in-edition.ts';
import { comparisonSuggestions } from '../../src/routes/compare/comparison-suggestions.ts';
import { editionStandings } from '#lib/server/read/edition-files.ts';
import type { Site } from '#lib/server/read/site.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let site: Site;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	return seeded.close;
});

const editionOf = (id: string | null) => {
	const edition = site.edition(id);
	if (edition === null) throw new Error(`no edition ${id}`);
	return edition;
};
/** What a site of files holds of an edition. */
const fileOf = (id: string) => editionStandings(site, editionOf(id));
/** Of no model that was ever in force. */
const otherCutOffs = { adopt: 91, trial: 61, band: 1 };

describe('an older edition, put together in the browser', () => {
	test.each(['2024-08', '2025-06', '2026-04'])(
		'shows every project of %s as the server does',
		(id) => {
			const file = fileOf(id);
			for (const { blip } of file.standings) {
				const newest = site.project(blip.id, editionOf(null));
				const served = site.project(blip.id, file.edition);
				if (newest === null || served === null) throw new Error(`no project ${blip.id}`);
				const { observed, ...made } = projectAsOf(newest, file);
				expect({ ...made, sources: null }).toEqual({
					...served,
					observed: undefined,
					sources: null
				});
				for (const value of observed) expect(served.observed).toContainEqual(value);
			}
		}
	);

	test('is drawn with the cut-offs of its own model', () => {
		const newest = site.project('vllm', editionOf(null));
		if (newest === null) throw new Error('no project vllm');
		const { cutOffs } = projectAsOf(newest, { ...fileOf('2025-06'), cutOffs: otherCutOffs });
		expect(cutOffs).toEqual(otherCutOffs);
	});

	test('says of one that did not stand in it yet that it did not', () => {
		const file = fileOf('2024-08');
		const here = new Set(file.standings.map(({ blip }) => blip.id));
		const later = site.standings(editionOf(null)).find(({ blip }) => !here.has(blip.id));
		const newest = later && site.project(later.blip.id, editionOf(null));
		if (!newest) throw new Error('nobody came later');
		const { blip, placement, paths } = projectAsOf(newest, file);
		expect([blip, placement]).toEqual([null, null]);
		expect(paths).toEqual(newest.paths);
	});
});

describe('two editions', () => {
	test('are compared the same, whichever comes first', () => {
		const [one, other] = [fileOf('2026-03'), fileOf('2026-04')];
		const difference = editionDifference(one, other, 'CNAI');
		expect(editionDifference(other, one, 'CNAI')).toEqual(difference);
		expect(difference).toMatchObject({ from: one.edition, to: other.edition });
		expect(difference.taxonomyChanged).toBe(true);
		expect(editionDifference(one, one, 'CNAI')).toMatchObject({
			changes: [],
			shifted: []
		});
	});
});

test('two editions are compared by the cut-offs of the later one’s model', () => {
	const later = { ...fileOf('2026-04'), cutOffs: otherCutOffs };
	for (const pair of [[fileOf('2026-03'), later] as const, [later, fileOf('2026-03')] as const]) {
		expect(editionDifference(...pair, 'CNAI').cutOffs).toEqual(otherCutOffs);
	}
});

describe('projects worth comparing', () => {
	test('are two or three rated ones of one box, the fullest boxes first', () => {
		const { blips } = site.view(editionOf(null));
		const suggestions = comparisonSuggestions(blips);
		expect(suggestions).toHaveLength(6);
		const rated = new Set(blips.filter(({ ring }) => ring !== null).map(({ id }) => id));
		for (const { members } of suggestions) {
			expect(members.length).toBeGreaterThanOrEqual(2);
			expect(members.every(({ id }) => rated.has(id))).toBe(true);
		}
		expect(comparisonSuggestions([])).toEqual([]);
	});
});
