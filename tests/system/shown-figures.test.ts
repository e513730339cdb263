import { beforeAll, expect, test, vi } from 'vitest';
import { explanationText } from '#lib/radar/edition/explanation-text.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import { scoreText, shownScore } from '#lib/radar/words/numbers.ts';
import { nothingAsked } from '#lib/radar/explore/asked.ts';
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

test('page, API and command line show the same score, rounded down, so that it never contradicts the ring', () => {
	const shown = editionOf(null);
	const settings = site.settings(shown);
	const { cut_offs } = settings.model;
	const source = site.exportSource({
		view: nothingAsked(),
		model: null,
		generatedAt: '2026-11-24T04:00:00.000Z',
		address: null
	});
	const scored = source?.document.projects.filter(({ score }) => score !== null) ?? [];
	expect(scored.length).toBeGreaterThan(100);
	for (const { id, score, withoutCncf } of scored) {
		const view = site.project(id, shown);
		if (view?.placement?.score == null) throw new Error(`${id} has no score`);
		const { score: exact, withoutCncf: outside } = view.placement;
		expect(score).toBe(shownScore(exact));
		expect(view.blip?.score).toBe(score);
		expect(ringOfScore(score ?? 0, cut_offs)).toBe(ringOfScore(exact, cut_offs));
		expect(withoutCncf?.score).toBe(outside === null ? undefined : shownScore(outside.score));
		expect(explanationText(view, settings)).toContain(`${scoreText(exact)} of 100`);
	}
});

test.each(['2024-08', '2025-10', '2026-08'])(
	'a blip shows its stars as long as the score accepts them, else none: edition %s',
	(id) => {
		const standings = site.standings(editionOf(id));
		expect(standings.filter(({ blip }) => blip.stars !== null).length).toBeGreaterThan(30);
		for (const { blip, placement } of standings) {
			const parts = placement.dimensions.flatMap(({ metrics }) => metrics);
			const stars = parts.find((part) => part.id === 'stars');
			expect(blip.stars !== null, blip.id).toBe(stars?.state === 'observed');
		}
	}
);
