import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILE_PAINTS, PAGE_PAINT } from './paint.ts';

const tokens = readFileSync(
	join(import.meta.dirname, '../../components/design/tokens.css'),
	'utf8'
).replace(/\s+/g, ' ');

test.each(['paper', 'ink', 'soft', 'muted', 'line', 'font'] as const)(
	'a file has the colours and the font of the page: %s',
	(name) => {
		const property = PAGE_PAINT[name].slice('var('.length, -1);
		const { light, dark } = FILE_PAINTS;
		expect(tokens).toContain(
			name === 'font'
				? ` ${property}: ${light.font};`
				: ` ${property}: light-dark(${light[name]}, ${dark[name]});`
		);
		expect(dark.font).toBe(light.font);
	}
);
