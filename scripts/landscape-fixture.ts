/**
 * Reduces a landscape file to what the reader's tests need: every item with its names, addresses, places, maturity
 * and dates, and every oddity of the shape. Descriptions, logos and all other prose stay out.
 *
 *   node scripts/landscape-fixture.ts <landscape.yml> <fixture to write>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const ITEM_FACTS = new Set([
	'item',
	'name',
	'homepage_url',
	'repo_url',
	'additional_repos',
	'project',
	'second_path',
	'url_for_bestpractices',
	// Keys that the reader does not know, to be reported.
	'slug',
	'bluesky_url'
]);
const EXTRA_FACTS = new Set(['accepted', 'incubating', 'graduated', 'archived', 'ai']);
/** Their keys matter, their values do not. */
const EXTRA_ODD = new Set([
	'documentation_ul',
	'blogs_url',
	'homepage_url',
	'project',
	'url_for_bestpractices'
]);

const map = z.record(z.string(), z.unknown());
const list = z.array(map);
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
	console.error('Usage: node scripts/landscape-fixture.ts <landscape.yml> <fixture to write>');
	process.exit(2);
}

const { landscape } = z.object({ landscape: list }).parse(parse(readFileSync(from, 'utf8')));
const reduced = landscape.map((category) => ({
	...category,
	subcategories: list.parse(category.subcategories).map((box) => ({
		...box,
		...('note' in box ? { note: null } : {}),
		items: box.items === null ? null : list.parse(box.items).map(reduceItem)
	}))
}));
writeFileSync(
	to,
	`# Facts of the CNCF landscape (https://github.com/cncf/landscape, 153d699, 2026-08-07; CC-BY-4.0 or Apache-2.0), for tests.\n` +
		stringify({ landscape: reduced }, { lineWidth: 0, nullStr: '' })
);

function reduceItem(item: z.output<typeof map>): Record<string, unknown> {
	const facts = Object.fromEntries(Object.entries(item).filter(([key]) => ITEM_FACTS.has(key)));
	if (item.description === null) facts.description = null;
	const extra = map.optional().parse(item.extra ?? undefined);
	if (extra === undefined) return facts;
	const kept = Object.entries(extra).flatMap(([key, value]): [string, unknown][] => {
		if (EXTRA_FACTS.has(key)) return [[key, value]];
		if (EXTRA_ODD.has(key)) return [[key, 'odd']];
		if (key === 'specification') return [[key, true]];
		if (key !== 'audits') return [];
		return [[key, list.parse(value).map(({ date, type }) => ({ date, type }))]];
	});
	return kept.length === 0 ? facts : { ...facts, extra: Object.fromEntries(kept) };
}
