import { describe, expect, test } from 'vitest';
import { badgeSvg, type BadgeState } from './badge.ts';
import { RING_COLOURS } from './ring-colours.ts';

const badge = (state: BadgeState, name = 'KServe') =>
	badgeSvg({ title: 'CNAI Radar', name, state, edition: '2026-08' });

describe('the badge', () => {
	test.each(['adopt', 'trial', 'assess', 'hold'] as const)('says %s in its colour', (ring) => {
		expect(badge(ring)).toContain(`>${ring}</text>`);
		expect(badge(ring)).toContain(RING_COLOURS[ring]);
		expect(badge(ring)).toContain(`<title>KServe on CNAI Radar: ${ring}, August 2026</title>`);
	});

	test.each([
		['not-rated', 'not rated'],
		['left', 'left']
	] as const)('has no ring colour for %s', (state, words) => {
		expect(badge(state)).toContain(`>${words}</text>`);
		for (const colour of Object.values(RING_COLOURS)) expect(badge(state)).not.toContain(colour);
	});

	test('holds no id: several stay whole in one document', () => {
		expect(badge('adopt')).not.toMatch(/\bid=|url\(#/);
	});

	test('a name cannot break out of it', () => {
		expect(badge('adopt', '"><script>')).not.toContain('<script>');
	});

	test.each(Object.entries(RING_COLOURS))('white reads on the colour of %s', (_, colour) => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
			const part = parseInt(colour.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThan(4.5);
	});
});
