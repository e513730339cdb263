import { daysBetween } from '#lib/radar/words/days.ts';
import { canonicalAddress } from './canonical-address.ts';
import { byDay, type NewsItem } from '#lib/radar/news/item.ts';
import { sameVersion } from '#lib/radar/news/releases/version.ts';

/** A release and its post, or a post and another that points to it, lie no further apart. */
const DAYS_APART = 14;

const near = (a: NewsItem, b: NewsItem): boolean =>
	Math.abs(daysBetween(a.day, b.day)) <= DAYS_APART;

/**
 * The story that every item tells, by item id: the smallest id of those that tell the same. Joined by hard evidence only:
 * the same address; one says that it is about the other's address; the same project and version. Titles never join.
 * The order of the items does not matter.
 */
export function storiesOf(items: readonly NewsItem[]): Map<string, string> {
	const parent = new Map(items.map(({ id }) => [id, id]));
	const root = (id: string): string => {
		let at = id;
		for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
		parent.set(id, at);
		return at;
	};
	const join = (a: NewsItem, b: NewsItem) => {
		const [one, other] = [root(a.id), root(b.id)].sort();
		if (one !== undefined && other !== undefined) parent.set(other, one);
	};
	const sorted = [...items].sort(byDay);
	const byAddress = Map.groupBy(sorted, ({ url }) => canonicalAddress(url));
	for (const [address, same] of byAddress) {
		if (address !== null) for (const item of same.slice(1)) join(same[0] ?? item, item);
	}
	for (const item of sorted) {
		for (const link of item.links) {
			for (const other of byAddress.get(canonicalAddress(link)) ?? []) {
				if (near(item, other)) join(item, other);
			}
		}
	}
	for (const same of versionsOf(sorted)) {
		for (const [i, item] of same.entries()) {
			const next = same[i + 1];
			if (next !== undefined && near(item, next)) join(item, next);
		}
	}
	return new Map(items.map(({ id }) => [id, root(id)]));
}

/** Items of the same project and version, oldest first. */
function versionsOf(sorted: readonly NewsItem[]): NewsItem[][] {
	const found = new Map<string, NewsItem[]>();
	for (const item of sorted) {
		if (item.version === null || item.kind === 'move') continue;
		const version = sameVersion(item.version);
		for (const { project } of item.projects) {
			const key = `${project} ${version}`;
			found.set(key, [...(found.get(key) ?? []), item]);
		}
	}
	return [...found.values()];
}
