import { z } from 'zod';
import { daySchema } from './observation.ts';
import { describeUnknownKeys } from './landscape-keys.ts';
import { pathFinder } from './landscape-paths.ts';
import { formatPath } from './path.ts';
import { readRepositoryAddress, type RepositoryAddress } from './repository-address.ts';
import { MATURITIES, type Day, type Maturity, type Path } from './vocabulary.ts';
import { InputError, type YamlSource } from './yaml.ts';

/** Something in the landscape file that is wrong, fit to be sent upstream. */
export interface Defect {
	/** 1-based line in the file; null when unknown. */
	line: number | null;
	/** `Category / Subcategory`, as far as known. */
	path: string;
	/** Name of the item, or empty for a box. */
	item: string;
	kind: DefectKind;
	/** What is wrong. */
	message: string;
	/** The mend that we suggest. */
	suggestion: string;
}

export const DEFECT_KINDS = [
	'malformed',
	'empty-box',
	'unknown-place',
	'unknown-key',
	'repository',
	'duplicate',
	'text'
] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];

/** An item of the landscape, reduced to facts. */
export interface LandscapeItem {
	name: string;
	homepage: string | null;
	repositoryUrl: string | null;
	repository: RepositoryAddress;
	/** `owner/name` of further repositories at GitHub. */
	additionalRepositories: string[];
	maturity: Maturity | null;
	/** Where it is filed first. */
	path: Path;
	/** Further places; those that name no existing place are left out and reported. */
	secondPaths: Path[];
	accepted: Day | null;
	incubating: Day | null;
	graduated: Day | null;
	archived: Day | null;
	/** Days of published security audits. */
	securityAudits: Day[];
	/** Address of its entry at the OpenSSF best-practices badge; null when none is filed. */
	bestPractices: string | null;
	/** `extra.ai: true`: AI, wherever it is filed. */
	ai: boolean;
	/** `extra.specification` is filled. */
	specification: boolean;
	line: number | null;
}

export interface Landscape {
	categories: { name: string; subcategories: string[] }[];
	items: LandscapeItem[];
	defects: Defect[];
}

const namedSchema = z.looseObject({ name: z.string().trim().min(1) });

/**
 * Reads the CNCF landscape as landscape2 reads it. Everything odd becomes a defect; only a file that
 * is no landscape at all is refused.
 * @throws {InputError} when there is no list of categories.
 */
export function readLandscape(source: YamlSource): Landscape {
	const categories = categoryList(source);
	const landscape: Landscape = { categories: [], items: [], defects: [] };
	const second: { item: LandscapeItem; targets: { text: unknown; line: number | null }[] }[] = [];

	for (const { key, index, value } of categories) {
		const at = [key, index];
		const category = namedSchema.safeParse(value);
		if (!category.success) {
			landscape.defects.push(malformed(source, at, '', 'a category without a name'));
			continue;
		}
		const { name } = category.data;
		const known = { name, subcategories: [] as string[] };
		landscape.categories.push(known);
		landscape.defects.push(...describeUnknownKeys('category', category.data, source, at, name, ''));
		for (const [s, rawBox] of list(category.data.subcategories).entries()) {
			const boxAt = [...at, 'subcategories', s];
			const box = namedSchema.safeParse(rawBox);
			if (!box.success) {
				landscape.defects.push(malformed(source, boxAt, name, 'a subcategory without a name'));
				continue;
			}
			const path = { category: name, subcategory: box.data.name };
			known.subcategories.push(path.subcategory);
			const where = formatPath(path);
			landscape.defects.push(
				...describeUnknownKeys('subcategory', box.data, source, boxAt, where, '')
			);
			if (box.data.items === null || box.data.items === undefined) {
				landscape.defects.push({
					line: source.lineOf(boxAt),
					path: where,
					item: '',
					kind: 'empty-box',
					message: '`items:` has no value',
					suggestion: 'Write `items: []`, or file an item here.'
				});
			}
			for (const [i, rawItem] of list(box.data.items).entries()) {
				const itemAt = [...boxAt, 'items', i];
				const read = readItem(source, itemAt, rawItem, path, landscape.defects);
				if (read === null) continue;
				landscape.items.push(read.item);
				if (read.targets.length > 0) second.push(read);
			}
		}
	}

	const find = pathFinder(landscape.categories);
	for (const { item, targets } of second) {
		for (const { text, line } of targets) {
			const found = find(text);
			if (found.path !== null) item.secondPaths.push(found.path);
			if (found.exact) continue;
			landscape.defects.push({
				line,
				path: formatPath(item.path),
				item: item.name,
				kind: 'unknown-place',
				message: `second_path ${JSON.stringify(text)} names no existing place`,
				suggestion:
					found.path === null
						? 'Name an existing `Category / Subcategory`, or remove the line.'
						: `Write "${formatPath(found.path)}".`
			});
		}
	}
	return landscape;
}

function categoryList(source: YamlSource) {
	const { data, file } = source;
	for (const key of ['landscape', 'categories']) {
		const value: unknown =
			typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
		if (Array.isArray(value) && value.length > 0) {
			return value.map((entry: unknown, index) => ({ key, index, value: entry }));
		}
	}
	throw new InputError([
		{ file, path: '', line: null, message: 'is no landscape: expected a list under `landscape:`' }
	]);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function malformed(source: YamlSource, at: PropertyKey[], path: string, message: string): Defect {
	return {
		line: source.lineOf(at),
		path,
		item: '',
		kind: 'malformed',
		message,
		suggestion: 'Give it a name, or remove it.'
	};
}

function readItem(
	source: YamlSource,
	at: PropertyKey[],
	raw: unknown,
	path: Path,
	defects: Defect[]
): { item: LandscapeItem; targets: { text: unknown; line: number | null }[] } | null {
	const parsed = namedSchema.safeParse(raw);
	const where = formatPath(path);
	if (!parsed.success) {
		defects.push(malformed(source, at, where, 'an item without a name'));
		return null;
	}
	const data = parsed.data;
	const rawName = String(Reflect.get(raw as object, 'name'));
	const name = tidy(data.name);
	const line = source.lineOf(at);
	const report = (kind: DefectKind, field: PropertyKey[], message: string, suggestion: string) =>
		defects.push({
			line: source.lineOf([...at, ...field]),
			path: where,
			item: name,
			kind,
			message,
			suggestion
		});

	const extra = isMap(data.extra) ? data.extra : {};
	defects.push(...describeUnknownKeys('item', data, source, at, where, name));
	defects.push(...describeUnknownKeys('extra', extra, source, [...at, 'extra'], where, name));
	if (rawName !== name)
		report('text', ['name'], 'stray white space in the name', `Write "${name}".`);

	const homepage = readText(data.homepage_url);
	if (homepage === null)
		report('malformed', [], 'no homepage_url', 'Add it: the field is required.');
	else if (homepage.irregular) {
		report(
			'text',
			['homepage_url'],
			'stray white space in homepage_url',
			`Write ${homepage.text}.`
		);
	}
	if (data.description === null)
		report('text', ['description'], 'the description has no value', 'Fill it, or remove the key.');

	const repositoryUrl = readText(data.repo_url)?.text ?? null;
	const { irregular, ...repository } = readRepositoryAddress(repositoryUrl);
	if (repository.kind === 'organization') {
		report(
			'repository',
			['repo_url'],
			`${repositoryUrl} is an organisation, not a repository`,
			'Name the main repository.'
		);
	} else if (repositoryUrl !== null && repository.kind === 'none') {
		report(
			'repository',
			['repo_url'],
			`${JSON.stringify(repositoryUrl)} is no web address of a repository`,
			'Name the main repository.'
		);
	} else if (repository.kind === 'repository' && irregular) {
		report(
			'repository',
			['repo_url'],
			`${repositoryUrl} is not the plain address`,
			`Write https://github.com/${repository.owner}/${repository.name}.`
		);
	} else if (repositoryUrl === null && homepage !== null) {
		const home = readRepositoryAddress(homepage.text);
		if (home.kind === 'repository') {
			report(
				'repository',
				[],
				'no repo_url, though the homepage is a repository',
				`Add repo_url: https://github.com/${home.owner}/${home.name}.`
			);
		}
	}

	let maturity: Maturity | null = null;
	if (data.project !== undefined && data.project !== null) {
		maturity = MATURITIES.find((word) => word === data.project) ?? null;
		if (maturity === null) {
			report(
				'malformed',
				['project'],
				`project ${JSON.stringify(data.project)} is no CNCF maturity`,
				`Write one of ${MATURITIES.join(', ')}.`
			);
		}
	}
	const day = (field: string): Day | null => {
		const value = extra[field];
		if (value === undefined || value === null) return null;
		const read = daySchema.safeParse(value);
		if (read.success) return read.data;
		report(
			'malformed',
			['extra', field],
			`extra.${field} ${JSON.stringify(value)} is no day`,
			'Write it as YYYY-MM-DD.'
		);
		return null;
	};
	const item: LandscapeItem = {
		name,
		homepage: homepage?.text ?? null,
		repositoryUrl,
		repository,
		additionalRepositories: list(data.additional_repos).flatMap((more) => {
			const address = readRepositoryAddress(
				isMap(more) ? (readText(more.repo_url)?.text ?? null) : null
			);
			return address.kind === 'repository' ? [`${address.owner}/${address.name}`] : [];
		}),
		maturity,
		path,
		secondPaths: [],
		accepted: day('accepted'),
		incubating: day('incubating'),
		graduated: day('graduated'),
		archived: day('archived'),
		securityAudits: list(extra.audits).flatMap((audit) => auditDay(audit)),
		bestPractices: badgeAddress(data.url_for_bestpractices),
		ai: extra.ai === true,
		specification: extra.specification !== undefined && extra.specification !== null,
		line
	};
	const rawTargets =
		typeof data.second_path === 'string' ? [data.second_path] : list(data.second_path);
	const targets = rawTargets.map((text, i) => ({
		text,
		line: source.lineOf([...at, 'second_path', i])
	}));
	return { item, targets };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trims, also what `trim` in other languages leaves (U+00A0), and folds double spaces. */
const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function readText(value: unknown): { text: string; irregular: boolean } | null {
	if (typeof value !== 'string') return null;
	const text = tidy(value);
	return text === '' ? null : { text, irregular: text !== value };
}

/** Other addresses under that key only say where to look for a badge. */
const BADGE_HOSTS = new Set(['www.bestpractices.dev', 'bestpractices.coreinfrastructure.org']);

function badgeAddress(value: unknown): string | null {
	const text = readText(value)?.text ?? '';
	if (!URL.canParse(text)) return null;
	const { protocol, hostname } = new URL(text);
	return protocol === 'https:' && BADGE_HOSTS.has(hostname) ? text : null;
}

function auditDay(audit: unknown): Day[] {
	if (!isMap(audit) || (audit.type !== undefined && audit.type !== 'security')) return [];
	const read = daySchema.safeParse(audit.date);
	return read.success ? [read.data] : [];
}
