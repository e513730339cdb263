import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText } from './fit-text.ts';
import { textWidth } from '#lib/radar/chart/names/text-width.ts';

const SETTINGS = [
	{ fontSize: 40, lines: 1 },
	{ fontSize: 20, lines: 2 }
] as const;
const fit = (text: string) => fitText(text, 300, SETTINGS);

describe('fitted', () => {
	test('takes the first setting in which a text fits', () => {
		expect(fit('KServe')).toEqual({ lines: ['KServe'], fontSize: 40 });
		expect(fit('Container Network Interface')).toEqual({
			lines: ['Container Network Interface'],
			fontSize: 20
		});
		expect(fit('Container Network Interface, the long one')).toEqual({
			lines: ['Container Network Interface,', 'the long one'],
			fontSize: 20
		});
	});

	test('says that there is more of what fits in none', () => {
		const { lines, fontSize } = fit('one two three four five six '.repeat(4));
		expect([lines.length, fontSize]).toEqual([2, 20]);
		expect(lines[1]).toMatch(/^\w.*…$/);
		expect(fit('W'.repeat(200)).lines).toEqual([expect.stringMatching(/^W+…$/)]);
	});

	test('no text leaves its room, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				const { lines, fontSize } = fit(text);
				expect(lines.length).toBeLessThanOrEqual(fontSize === 40 ? 1 : 2);
				for (const line of lines) expect(textWidth(line) * fontSize).toBeLessThanOrEqual(300);
			})
		);
	});
});
