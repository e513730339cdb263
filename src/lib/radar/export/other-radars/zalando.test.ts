import { expect, test } from 'vitest';
import { makeExportSource } from '../../../../../tests/fixtures/export-source.ts';
import { zalandoConfig } from './zalando.ts';

const moved = (movement: 'new' | 'in' | 'out' | 'none') =>
	zalandoConfig(makeExportSource({ blip: (blip) => ({ ...blip, movement }) })).entries.map(
		(entry) => entry.moved
	);

test.each([
	['new', 2],
	['in', 1],
	['out', -1],
	['none', 0]
] as const)('"%s" is %d', (movement, number) => {
	expect(new Set(moved(movement))).toEqual(new Set([number]));
});

test('every entry is active and links to its page', () => {
	const { entries } = zalandoConfig(makeExportSource());
	expect(entries.length).toBeGreaterThan(20);
	for (const { active, link, quadrant, ring } of entries) {
		expect(active).toBe(true);
		expect(link).toMatch(/^https:\/\/radar\.example\/projects\/[a-z0-9-]+$/);
		expect([0, 1, 2, 3]).toContain(quadrant);
		expect([0, 1, 2, 3]).toContain(ring);
	}
});

test('names rings with their colours, and has room for the longest of the lower lists', () => {
	const few = zalandoConfig(makeExportSource({ count: 8 }));
	const many = zalandoConfig(makeExportSource({ count: 400 }));
	for (const { color } of few.rings) expect(color).toMatch(/^#[0-9a-f]{6}$/);
	expect(few.height).toBe(1000);
	expect(many.height).toBeGreaterThan(2000);
	const below = many.entries.filter(({ quadrant }) => quadrant < 2).length;
	expect(below).toBeGreaterThanOrEqual(many.entries.length / 2);
});

test('leaves the link out where there is nothing to link to', () => {
	const source = makeExportSource({ site: null, blip: (blip) => ({ ...blip, repository: null }) });
	expect(zalandoConfig(source).entries[0]).not.toHaveProperty('link');
});

test('dates a month and a night', () => {
	const source = makeExportSource();
	expect(zalandoConfig(source).date).toBe('2026.08');
	const night = { id: '2026-08-07', date: '2026-08-07', kind: 'night' as const };
	expect(zalandoConfig({ ...source, document: { ...source.document, edition: night } }).date).toBe(
		'2026.08.07'
	);
});
