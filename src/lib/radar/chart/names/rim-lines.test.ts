import { expect, test } from 'vitest';
import { RIM } from '#lib/radar/chart/geometry.ts';
import { isBelow, rimLines } from './rim-lines.ts';

const above = { start: 0, end: 0.5 };
const below = { start: 3, end: 3.5 };
const texts = (name: string, segment: { start: number; end: number }) =>
	rimLines(name, segment, 'large').map(({ text }) => text);

test('a name that fits stands on one line', () => {
	expect(texts('Inference', above)).toEqual(['Inference']);
	expect(rimLines('Inference', above, 'large')[0]?.radius).toBe(RIM);
});

test('a longer one takes two, the first on top in both halves', () => {
	expect(texts('State and Memory', { start: 0, end: 0.37 })).toEqual(['State and', 'Memory']);
	const [top, bottom] = rimLines('State and Memory', { start: 0, end: 0.37 }, 'large');
	expect(top?.radius).toBeGreaterThan(bottom?.radius ?? Infinity);
	const [first, second] = rimLines('State and Memory', { start: 3, end: 3.37 }, 'large');
	expect(first?.radius).toBeLessThan(second?.radius ?? 0);
});

test('what two lines cannot hold is cut between words, and a first word too long leaves none', () => {
	expect(texts('Governance, Policy and Security', { start: 0, end: 0.43 })).toEqual([
		'Governance,',
		'Policy…'
	]);
	expect(texts('Observability', { start: 0, end: 0.1 })).toEqual([]);
});

test('no line is longer than its segment', () => {
	for (const segment of [above, below]) {
		for (const { turn } of rimLines('Orchestration and Scheduling', segment, 'large')) {
			expect(turn).toBeLessThanOrEqual(segment.end - segment.start);
		}
	}
	expect([isBelow(above), isBelow(below)]).toEqual([false, true]);
});
