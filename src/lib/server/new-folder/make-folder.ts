import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { formatLandscape } from '#lib/radar/landscape/file/landscape-file.ts';
import { ownRepository } from '#lib/radar/landscape/file/merged-items.ts';
import { readLandscape, type Landscape } from '#lib/radar/landscape/landscape.ts';
import { InputError, readYaml } from '#lib/radar/input/yaml.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { LandscapeText } from '#lib/server/sources/landscape/landscape-source.ts';
import { adaptModel } from './adapted-model.ts';
import { angles, fold, type Sized } from './fold.ts';
import { sortWords } from './maturity-words.ts';

export interface NewFolder {
	folder: string;
	/** Settings, model and sources are taken from here. */
	bundled: string;
	/** Address or file, as the crawl is to read it. */
	url: string;
	text: LandscapeText;
	foundation: string;
	licence: string;
	/** Where its data and its issues are; null: as bundled. */
	repository: string | null;
	/** Of the landscape; empty: all in which an item names a repository. */
	categories: readonly string[];
	today: Day;
}

export interface MadeFolder {
	categories: string[];
	/** Categories that were not named, without any repository: nothing of them could be rated. */
	leftOut: string[];
	/** Items in scope. */
	items: number;
	/** Words for maturity that no step is known for. */
	unknownWords: string[];
}

/** Degrees of the narrowest segment. */
const NARROWEST = 4;
/** Contrasts as tested for the bundled radar; they repeat after the last. */
const COLOURS = [
	{ light: '#0b62a8', dark: '#6cb6f0' },
	{ light: '#a8480b', dark: '#f2a36b' },
	{ light: '#8a2f78', dark: '#e69ad3' },
	{ light: '#6b5a00', dark: '#dcc44a' },
	{ light: '#00695c', dark: '#56c9b4' }
];

/**
 * Makes a data folder for a landscape; its first crawl makes the first edition.
 * @throws {InputError} when the folder holds something, the text is no landscape, or a category is unknown.
 */
export function makeFolder(wanted: NewFolder): MadeFolder {
	const { folder, bundled, text, today } = wanted;
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		throw refusal(folder, 'holds something already: name a new folder');
	}
	const source = readYaml(text.text, text.origin);
	const { maturity, unknown } = sortWords(wordsOf(source.data));
	const foundation = { name: wanted.foundation, licence: wanted.licence, maturity };
	const landscape = readLandscape(source, foundation);
	const { categories, leftOut } = chosen(landscape, wanted);
	const names = categories.map(({ name }) => name);
	const items = landscape.items.filter(({ path }) => names.includes(path.category));
	const settings = parseDocument(readFileSync(join(bundled, 'radar.yml'), 'utf8'));
	const home = String(settings.getIn(['site', 'repository']));
	changeSettings(settings, wanted, { categories, maturity });
	adaptModel(settings, wanted.foundation, today);
	const origin = { url: text.origin, version: text.etag, date: today };
	mkdirSync(join(folder, 'observations'), { recursive: true });
	mkdirSync(join(folder, 'membership'));
	const write = (name: string, made: string) => writeFileSync(join(folder, name), made);
	write('radar.yml', settings.toString({ lineWidth: 0 }));
	const sources = readFileSync(join(bundled, 'sources.yml'), 'utf8');
	write('sources.yml', sourcesOf(sources.replaceAll(home, wanted.repository ?? home), wanted));
	write('overrides.yml', 'repositories: []\n');
	write('landscape.yml', formatLandscape(landscape.categories, items, origin, foundation));
	return { categories: names, leftOut, items: items.length, unknownWords: unknown };
}

/** Sizes are numbers of repositories: what can be rated takes room on the radar. */
function chosen(
	{ categories, items }: Landscape,
	{ categories: wanted, text }: NewFolder
): { categories: Sized[]; leftOut: string[] } {
	const sized = categories.map(({ name }) => ({
		name,
		items: items.filter((item) => item.path.category === name && ownRepository(item) !== null)
			.length
	}));
	if (wanted.length === 0) {
		const filled = sized.filter((one) => one.items > 0);
		if (filled.length === 0) {
			throw refusal(text.origin, 'has no category in which an item names a repository');
		}
		const leftOut = sized.filter((one) => one.items === 0).map(({ name }) => name);
		return { categories: filled, leftOut };
	}
	const named = wanted.map((name) => {
		const found = sized.find((one) => one.name === name);
		if (found !== undefined) return found;
		const there = sized.map((one) => `"${one.name}"`).join(', ');
		throw refusal(text.origin, `has no category "${name}"; it has ${there}`);
	});
	return { categories: named, leftOut: [] };
}

function changeSettings(
	settings: Document,
	{ url, foundation, licence, repository }: NewFolder,
	{ categories, maturity }: { categories: Sized[]; maturity: object }
): void {
	const widths = angles(categories, Math.min(NARROWEST, Math.floor(360 / categories.length)));
	const names = categories.map(({ name }) => name);
	const set = (path: string[], value: unknown) => settings.setIn(path, settings.createNode(value));
	set(['title'], `${foundation} Radar`);
	set(['attribution'], [{ name: `${foundation} landscape`, license: licence, url: pageOf(url) }]);
	set(['landscape'], { url, foundation, licence, maturity });
	set(['scope'], { group: foundation, categories: names });
	set(
		['categories'],
		names.map((name, i) => ({
			name,
			short: name.split(/[\s,&/]+/)[0],
			angle: widths[i],
			colour: COLOURS[i % COLOURS.length]
		}))
	);
	set(
		['quadrants'],
		fold(categories, 4).map((group) => ({
			name: group.map(({ name }) => name).join(', '),
			categories: group.map(({ name }) => name)
		}))
	);
	for (const key of ['subject', 'working_group']) settings.deleteIn(['site', key]);
	if (repository !== null) set(['site', 'repository'], repository);
}

function sourcesOf(text: string, { foundation, url }: NewFolder): string {
	const { sources } = parseDocument(text).toJS() as { sources: { id: string }[] };
	const needed = ['git', 'github', 'history', 'landscape', 'overrides'];
	const made = parseDocument('sources: []\n');
	made.set(
		'sources',
		made.createNode(
			sources
				.filter(({ id }) => needed.includes(id))
				.map((source) =>
					source.id === 'landscape'
						? { ...source, name: `${foundation} landscape`, url: pageOf(url) }
						: source
				)
		)
	);
	return made.toString({ lineWidth: 0 });
}

/** A page for readers: of GitHub's raw files the repository. */
function pageOf(url: string): string {
	const raw = /^https:\/\/raw\.githubusercontent\.com\/([^/]+\/[^/]+)\//.exec(url);
	if (raw) return `https://github.com/${raw[1]}`;
	return url.startsWith('https://') ? url : 'https://landscape2.dev';
}

function wordsOf(data: unknown): string[] {
	const words = new Set<string>();
	const walk = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(walk);
		else if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) {
				if (key === 'project' && typeof inner === 'string') words.add(inner);
				else walk(inner);
			}
		}
	};
	walk(data);
	return [...words];
}

const refusal = (file: string, message: string) =>
	new InputError([{ file, path: '', line: null, message }]);
