import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeExportSource, step } from '../../../../../tests/fixtures/export-source.ts';
import { backstageRadar } from './backstage.ts';

/** As strict as Backstage is: an unknown `moved` or a null description refuses the whole file. */
const loaderResponse = z.object({
	quadrants: z.array(z.object({ id: z.string(), name: z.string() })).length(4),
	rings: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			color: z.string(),
			description: z.string().optional()
		})
	),
	entries: z.array(
		z.object({
			key: z.string(),
			id: z.string(),
			quadrant: z.string(),
			title: z.string(),
			description: z.string().optional(),
			links: z.array(z.object({ url: z.url(), title: z.string() })).optional(),
			timeline: z
				.array(
					z.object({
						date: z.iso.datetime(),
						ringId: z.string(),
						description: z.string().optional(),
						moved: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional()
					})
				)
				.min(1)
		})
	)
});
const radar = (...options: Parameters<typeof makeExportSource>) =>
	loaderResponse.parse(JSON.parse(JSON.stringify(backstageRadar(makeExportSource(...options)))));

describe('Backstage', () => {
	test('takes the file, and every ring and quadrant that it names exists', () => {
		const { entries, rings, quadrants } = radar();
		expect(entries.length).toBeGreaterThan(20);
		for (const { timeline, quadrant } of entries) {
			expect(quadrants.map(({ id }) => id)).toContain(quadrant);
			for (const { ringId } of timeline) expect(rings.map(({ id }) => id)).toContain(ringId);
		}
	});

	test('never says 2: a new project has no arrow', () => {
		const { entries } = radar({ blip: (blip) => ({ ...blip, movement: 'new' }) });
		for (const { timeline } of entries) expect(timeline[0]).not.toHaveProperty('moved');
	});

	test.each([
		['in', 'trial', 'adopt', 1],
		['out', 'trial', 'hold', -1]
	] as const)('begins with the move of this edition: %s', (movement, from, ring, moved) => {
		const { entries } = radar({
			count: 1,
			blip: (blip) => ({ ...blip, ring, score: 70, movement, previousRing: from }),
			steps: () => [
				step(from),
				step(ring, { edition: '2026-08', date: '2026-08-01', from, movement, reason: 'Why.' })
			]
		});
		expect(entries[0]?.timeline).toEqual([
			{ date: '2026-08-01T00:00:00.000Z', ringId: ring, moved, description: 'Why.' },
			{ date: '2025-09-01T00:00:00.000Z', ringId: from, moved: 0 }
		]);
	});

	test('a move of long ago is not shown as one of today', () => {
		const { entries } = radar({
			count: 1,
			blip: (blip) => ({ ...blip, ring: 'trial', score: 70, movement: 'none' }),
			steps: () => [step('assess'), step('trial', { from: 'assess', movement: 'in' })]
		});
		expect(entries[0]?.timeline.map(({ moved, ringId }) => [ringId, moved])).toEqual([
			['trial', 0],
			['trial', 1],
			['assess', 0]
		]);
	});

	test('a project without steps still has a timeline', () => {
		const { entries } = radar({ steps: () => [] });
		expect(entries.every(({ timeline }) => timeline.length === 1)).toBe(true);
	});
});
