import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { shortened, wholeWords, wrapped } from './wrap.ts';

test('keeps every word in order, and no line of several is too wide', () => {
	fc.assert(
		fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
			const lines = wrapped(text, width, 16);
			expect(lines.join(' ').split(' ')).toEqual(text.split(' '));
			for (const line of lines.filter((one) => one.includes(' '))) {
				expect(textWidth(line) * 16).toBeLessThanOrEqual(width);
			}
		})
	);
});

test('nothing gives no lines', () => {
	expect(wrapped('  ', 100, 16)).toEqual([]);
});

test('a shortened text fits, and is whole when it fits', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (text, width) => {
			const short = shortened(text, width);
			expect(textWidth(short)).toBeLessThanOrEqual(width);
			if (textWidth(text) <= width) expect(short).toBe(text);
		})
	);
	expect(shortened('Continuous Integration and Delivery', 12)).toBe('Continuous Integration…');
	expect(shortened('Continuous Integration and Delivery', 9)).toBe('Continuous…');
	expect(shortened('Governance, Policy and Security', 8)).toBe('Governance…');
	expect(shortened('Orchestration and Scheduling', 5)).toBe('Orchestr…');
	expect(shortened('Governance, Policy and Security', 13)).toBe('Governance, Policy…');
	expect(shortened('Orchestration', 2)).toBe('');
});

test('whole words are never cut inside, and are none where the first has no room', () => {
	const words = fc.array(fc.constantFrom('Model', 'and', 'Continuous,', 'of', 'AI', 'Governance'), {
		minLength: 1
	});
	fc.assert(
		fc.property(words, fc.double({ min: 1, max: 40, noNaN: true }), (parts, width) => {
			const text = parts.join(' ');
			const short = wholeWords(text, width);
			expect(textWidth(short)).toBeLessThanOrEqual(width);
			const kept = short.replace('…', '');
			expect(
				`${text} `.replaceAll(',', ' ').startsWith(`${kept.replaceAll(',', ' ')}${kept && ' '}`)
			).toBe(true);
		})
	);
	expect(wholeWords('Accelerator and SuperPod', 7)).toBe('Accelerator…');
	expect(wholeWords('Accelerator and SuperPod', 5)).toBe('');
});
