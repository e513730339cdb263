import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Every source file below a folder, tests left out: they may look everywhere. */
function sources(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter(
			(entry) =>
				entry.isFile() &&
				/\.(ts|svelte)$/.test(entry.name) &&
				!/\.(test|spec)\.ts$/.test(entry.name)
		)
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** What a file imports: places in this project from its root, packages by their name. */
function imports(file: string): string[] {
	const text = readFileSync(join(ROOT, file), 'utf8');
	const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
	return [...found].map(([, name = '']) => {
		if (name.startsWith('.')) return normalize(join(dirname(file), name));
		return name.replace(/^#lib\//, 'src/lib/');
	});
}

/** Imports of a room's files that lead where the rule forbids. */
const offences = (files: string[], forbidden: (imported: string, file: string) => boolean) =>
	files.flatMap((file) =>
		imports(file)
			.filter((imported) => forbidden(imported, file))
			.map((imported) => `${file} imports ${imported}`)
	);

const inside =
	(...rooms: string[]) =>
	(imported: string) =>
		rooms.some((room) => imported.startsWith(`${room}/`));
const isKit = (imported: string) => /^\$(app|env)(\/|$)/.test(imported);
const isSvelte = (imported: string) => /^svelte(\/|$)|\.svelte(\.ts)?$/.test(imported);
const isOutside = (imported: string) =>
	/^node:|^better-sqlite3|^drizzle-orm|^@octokit|^pino/.test(imported);

describe('imports run one way', () => {
	test('radar/ knows neither files, network, database, Svelte nor another room', () => {
		const rooms = inside('src/lib/server', 'src/lib/components', 'src/routes', 'scripts', 'tests');
		const found = offences(
			sources('src/lib/radar'),
			(i) => rooms(i) || isKit(i) || isSvelte(i) || isOutside(i)
		);
		expect(found).toEqual([]);
	});

	test('server/ knows radar/ only', () => {
		const rooms = inside('src/lib/components', 'src/routes', 'scripts', 'tests');
		expect(offences(sources('src/lib/server'), (i) => rooms(i) || isKit(i) || isSvelte(i))).toEqual(
			[]
		);
	});

	test('components/ know radar/ only', () => {
		const rooms = inside('src/lib/server', 'src/routes', 'scripts', 'tests');
		expect(offences(sources('src/lib/components'), (i) => rooms(i) || isOutside(i))).toEqual([]);
	});

	test('only the server files of routes know server/', () => {
		const isServerFile = (file: string) => /(\.server\.ts|\+server\.ts)$/.test(file);
		const server = inside('src/lib/server');
		expect(
			offences(
				sources('src/routes').filter((file) => !isServerFile(file)),
				server
			)
		).toEqual([]);
	});

	test('scripts/ know nothing that needs the site', () => {
		const rooms = inside('src/lib/components', 'src/routes');
		expect(offences(sources('scripts'), (i) => rooms(i) || isKit(i) || isSvelte(i))).toEqual([]);
	});

	test('the rules see what they look for', () => {
		expect(sources('src/lib/radar').length).toBeGreaterThan(20);
		expect(imports('src/lib/server/read/site.ts')).toContain('src/lib/server/db/database.ts');
	});
});
