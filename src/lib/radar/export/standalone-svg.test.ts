import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkup } from '#lib/radar/words/escape.ts';
import { INKS, type FigureTheme } from './figure-theme.ts';
import { standaloneSvg } from './standalone-svg.ts';

const site = 'https://radar.example/';
const light = (markup: string) => standaloneSvg(markup, { theme: 'light', site }).trim();
const HUES = 'style="--light: #0b62a8; --dark: #6cb6f0;"';
const blips = (inside: string) =>
	`<svg><g data-part="blips"><g ${HUES} class="svelte-1">${inside}</g></g></svg>`;

describe('standaloneSvg', () => {
	test('turns the styles of a blip into attributes and its link into one from outside', () => {
		const markup = blips(
			'<!--[--><a href="./projects/one" data-project="one" data-ring="trial" aria-label="One, Trial" tabindex="-1" class="svelte-1"><path d="M1 1Z" class="svelte-1"></path><!----></a>'
		);
		expect(light(markup)).toBe(
			'<svg><g><g><a data-project="one" data-ring="trial" href="https://radar.example/projects/one"><title>One, Trial</title><path d="M1 1Z" fill="#0b62a8" stroke="#fbfbfa" stroke-width="1.5"></path></a></g></g></svg>'
		);
	});

	test('takes the hue of the theme', () => {
		const dark = standaloneSvg(blips('<path d="M0 0"/>'), { theme: 'dark', site });
		expect(dark).toContain('fill="#6cb6f0"');
	});

	test('keeps a hollow blip hollow, an arc an arc, a dimmed one dim', () => {
		const made = light(
			blips(
				'<a data-project="one" class="hollow svelte-1"><path d="M0 0" class="dim svelte-1"></path><path d="M1 1" class="arc dim svelte-1"></path></a>'
			)
		);
		const dim = 'fill-opacity="0.14" stroke-opacity="0.14"';
		expect(made).toContain(
			`<path d="M0 0" fill="#fbfbfa" stroke="#0b62a8" stroke-width="2.5" ${dim}>`
		);
		expect(made).toMatch(/<path d="M1 1" fill="none" stroke="#191b1f".* stroke-opacity="0.14">/);
		expect(light(blips('<a class="svelte-1"><path d="M2 2" class="dim"></path></a>'))).toContain(
			'<path d="M2 2" fill="#0b62a8" fill-opacity="0.14">'
		);
	});

	test('writes a name twice, its edge below its letters', () => {
		const made = light('<svg><g data-part="names"><text x="1" y="2">A &amp; B</text></g></svg>');
		expect(made).toMatch(
			/<text x="1" y="2"[^>]* fill="none"[^>]*>A &amp; B<\/text><text x="1" y="2" fill="#41454d" font-size="15.5">A &amp; B<\/text>/
		);
	});

	test('writes the chart’s names larger for a picture that is seen small', () => {
		const markup = '<svg><g data-part="ground"><text class="rim">Data</text></g></svg>';
		expect(light(markup)).toContain('font-size="17"');
		expect(standaloneSvg(markup, { theme: 'light', site, small: true })).toContain(
			'font-size="30"'
		);
	});

	test('leaves what the picture draws itself', () => {
		const markup = '<svg class="x" style="y"><text fill="red">Words</text></svg>';
		expect(light(markup)).toBe(markup);
	});

	test('a name of any letters neither breaks the markup nor is changed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (name) => {
				const words = escapeMarkup(name);
				const made = light(
					blips(`<a data-project="one" aria-label="${words}"><path d="M0 0"/></a>`)
				);
				expect(made).toContain(`<title>${words}</title>`);
				expect(made.endsWith('</a></g></g></svg>')).toBe(true);
			})
		);
	});

	test.each<FigureTheme>(['light', 'dark'])('its colours are those of the site: %s', (theme) => {
		const tokens = readFileSync(
			join(import.meta.dirname, '../../components/design/tokens.css'),
			'utf8'
		);
		const token = (name: string) => {
			const [, first, second] =
				new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
			return theme === 'light' ? first : second;
		};
		expect(INKS[theme]).toEqual({
			paper: token('paper'),
			ink: token('ink'),
			soft: token('ink-soft'),
			muted: token('ink-muted'),
			line: token('line')
		});
	});
});
