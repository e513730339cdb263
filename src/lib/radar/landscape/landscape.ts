import type { Defect } from './defect.ts';
import {
	malformed,
	namedSchema,
	readItem,
	type LandscapeItem,
	type ReadItem
} from './file/landscape-item.ts';
import { CNCF, type Foundation } from './foundation.ts';
import { describeUnknownKeys } from './file/landscape-keys.ts';
import { pathFinder } from './file/landscape-paths.ts';
import { listOf } from './file/landscape-values.ts';
import { formatPath } from './path.ts';
import { InputError, type YamlSource } from '#lib/radar/input/yaml.ts';

export type { LandscapeItem } from './file/landscape-item.ts';

export interface Landscape {
	categories: { name: string; subcategories: string[] }[];
	items: LandscapeItem[];
	defects: Defect[];
}

/** Turns oddities into defects. @throws {InputError} without a list of categories. */
export function readLandscape(source: YamlSource, foundation: Foundation = CNCF): Landscape {
	const landscape: Landscape = { categories: [], items: [], defects: [] };
	const further: ReadItem[] = [];
	for (const { at, value } of categoryList(source)) {
		further.push(...readCategory(source, at, value, landscape, foundation));
	}
	placeFurther(further, landscape);
	return landscape;
}

function categoryList(source: YamlSource): { at: PropertyKey[]; value: unknown }[] {
	const { data, file } = source;
	for (const key of ['landscape', 'categories']) {
		const value: unknown =
			typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
		if (Array.isArray(value) && value.length > 0) {
			return value.map((entry: unknown, index) => ({ at: [key, index], value: entry }));
		}
	}
	throw new InputError([
		{ file, path: '', line: null, message: 'is no landscape: expected a list under `landscape:`' }
	]);
}

/** Returns items whose further places wait until all places are known. */
function readCategory(
	source: YamlSource,
	at: PropertyKey[],
	raw: unknown,
	{ categories, items, defects }: Landscape,
	foundation: Foundation
): ReadItem[] {
	const category = namedSchema.safeParse(raw);
	if (!category.success) {
		defects.push(malformed(source, at, '', 'a category without a name'));
		return [];
	}
	const { name } = category.data;
	const known = { name, subcategories: [] as string[] };
	categories.push(known);
	defects.push(...describeUnknownKeys('category', category.data, source, at, name, ''));
	const further: ReadItem[] = [];
	for (const [s, rawBox] of listOf(category.data.subcategories).entries()) {
		const boxAt = [...at, 'subcategories', s];
		const box = namedSchema.safeParse(rawBox);
		if (!box.success) {
			defects.push(malformed(source, boxAt, name, 'a subcategory without a name'));
			continue;
		}
		const path = { category: name, subcategory: box.data.name };
		known.subcategories.push(path.subcategory);
		const where = formatPath(path);
		defects.push(...describeUnknownKeys('subcategory', box.data, source, boxAt, where, ''));
		if (box.data.items === null || box.data.items === undefined) {
			defects.push({
				line: source.lineOf(boxAt),
				path: where,
				item: '',
				kind: 'empty-box',
				message: '`items:` has no value',
				suggestion: 'Write `items: []`, or list an item here.'
			});
		}
		for (const [i, rawItem] of listOf(box.data.items).entries()) {
			const read = readItem(source, [...boxAt, 'items', i], rawItem, path, defects, foundation);
			if (read === null) continue;
			items.push(read.item);
			if (read.targets.length > 0) further.push(read);
		}
	}
	return further;
}

function placeFurther(read: readonly ReadItem[], { categories, defects }: Landscape): void {
	const find = pathFinder(categories);
	for (const { item, targets } of read) {
		for (const { text, line } of targets) {
			const found = find(text);
			if (found.path !== null) item.secondPaths.push(found.path);
			if (found.exact) continue;
			defects.push({
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
}
