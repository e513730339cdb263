import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { waysToHelp } from './ways-to-help.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';

test('every way leads to a form that exists, and every form is led to', () => {
	const ways = waysToHelp('https://github.com/some/radar/', 'Open Data Foundation');
	const forms = readdirSync(FOLDER).filter((file) => file !== 'config.yml');
	expect(ways.map(({ id }) => `${id}.yml`).sort()).toEqual(forms.sort());
	expect(ways.map(({ text }) => text).join()).toContain('The Open Data Foundation landscape');
	expect(ways[0]?.url).toBe('https://github.com/some/radar/issues/new?template=correction.yml');
	expect(waysToHelp('no address', 'CNCF').every(({ url }) => url === null)).toBe(true);
});

test('every form has a name, a description, and fields with labels that ask for a link', () => {
	for (const file of readdirSync(FOLDER).filter((name) => name !== 'config.yml')) {
		const form = parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as {
			name: string;
			description: string;
			body: { type: string; id?: string; attributes: { label?: string } }[];
		};
		expect(form.name.length, file).toBeGreaterThan(3);
		expect(form.description.length, file).toBeGreaterThan(10);
		const fields = form.body.filter(({ type }) => type !== 'markdown');
		expect(
			fields.every(({ id, attributes }) => id && attributes.label),
			file
		).toBe(true);
		expect(
			fields.some(({ id }) => id === 'link'),
			file
		).toBe(true);
	}
});
