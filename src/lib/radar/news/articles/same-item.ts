import { daysBetween } from '#lib/radar/words/days.ts';
import { canonicalAddress } from './canonical-address.ts';
import { byDay, type NewsItem } from '#lib/radar/news/item.ts';

/** A feed may write a day in another time zone. */
const DAYS_APART = 1;

/** Letters and digits: quotation marks and dashes come in many shapes. */
const spelt = (title: string): string =>
	title
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Under which keys an item is found again: the feed's id, its address. */
function keysOf({ source, guid, url }: NewsItem): string[] {
	const address = canonicalAddress(url);
	return [
		...(guid === null ? [] : [`${source} guid ${guid}`]),
		...(address === null ? [] : [`${source} address ${address}`])
	];
}

/**
 * Adds items to those that are known, each once; sorted, oldest first. The same item is that of the same source with the
 * same id, the feed's id, else the same address, else the same title within a day: some seeded posts have the address of
 * their file, not of their page. What came later wins, but for id and day, which stay.
 */
export function mergeItems(known: readonly NewsItem[], incoming: readonly NewsItem[]): NewsItem[] {
	const items = new Map<string, NewsItem>();
	const byKey = new Map<string, string>();
	const byTitle = new Map<string, string>();
	const titleKey = ({ source, title }: NewsItem) => `${source} ${spelt(title)}`;
	const find = (item: NewsItem): NewsItem | null => {
		const id = items.has(item.id)
			? item.id
			: keysOf(item).flatMap((key) => byKey.get(key) ?? [])[0];
		if (id !== undefined) return items.get(id) ?? null;
		const same = items.get(byTitle.get(titleKey(item)) ?? '');
		if (same === undefined || (same.guid !== null && item.guid !== null)) return null;
		return Math.abs(daysBetween(same.day, item.day)) <= DAYS_APART ? same : null;
	};
	for (const item of [...known, ...incoming]) {
		const same = find(item);
		const kept = same === null ? item : joined(same, item);
		items.set(kept.id, kept);
		for (const key of keysOf(kept)) byKey.set(key, kept.id);
		byTitle.set(titleKey(kept), kept.id);
	}
	return [...items.values()].sort(byDay);
}

/** What is not told again stays: a release whose notes were read keeps their facts. */
function joined(known: NewsItem, later: NewsItem): NewsItem {
	const { release } = later.facts;
	const notes = release?.notes ?? known.facts.release?.notes;
	return {
		...later,
		id: known.id,
		day: known.undated && !later.undated ? later.day : known.day,
		undated: known.undated && later.undated,
		guid: later.guid ?? known.guid,
		projects: later.projects.length > 0 ? later.projects : known.projects,
		facts: {
			...known.facts,
			...later.facts,
			...(release === undefined ? {} : { release: { ...release, ...(notes && { notes }) } })
		},
		links: later.links.length > 0 ? later.links : known.links
	};
}
