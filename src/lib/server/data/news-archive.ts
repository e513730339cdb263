import { basename } from 'node:path';
import { byDay, formatItem, readItem, type NewsItem } from '#lib/radar/news/item.ts';
import { mergeItems } from '#lib/radar/news/articles/same-item.ts';
import { lineOf, usableLines } from './ndjson.ts';
import type { FolderChanges, FolderFiles } from './folder.ts';
import type { Findings } from './observation-archive.ts';

const ROOM = 'news';

const fileOf = (month: string): string => `${ROOM}/${month}.ndjson`;
const monthOf = ({ day }: Pick<NewsItem, 'day'>): string => day.slice(0, 7);

/**
 * The news of a data folder, oldest first; none where there is no room for it. A line that cannot be used is skipped and
 * named. An id that stands twice is named; the later line wins. A day in another month than the file's, a source that
 * is no feed and a project that is not known are named, and the item is used.
 */
export function readNews(
	files: FolderFiles,
	known: { feeds: ReadonlySet<string>; projects: ReadonlySet<string> },
	findings: Findings
): NewsItem[] {
	const items = new Map<string, NewsItem>();
	for (const file of files.list(ROOM)) {
		const month = basename(file, '.ndjson');
		usableLines(files, file, findings.skipped, (line, number) => {
			const item = readItem(line);
			const flag = (message: string) =>
				findings.flagged.push(lineOf(files, file, number, message));
			if (items.has(item.id)) flag(`${item.id} stands twice: this line counts`);
			if (monthOf(item) !== month) flag(`day ${item.day} belongs in ${fileOf(monthOf(item))}`);
			if (item.kind === 'article' && !known.feeds.has(item.source)) {
				flag(`source ${item.source} is not in feeds.yml`);
			}
			for (const { project } of item.projects) {
				if (!known.projects.has(project)) flag(`there is no project ${project}`);
			}
			if (findings.today !== null && item.day > findings.today) {
				flag(`day ${item.day} is in the future`);
			}
			items.set(item.id, item);
			return item;
		});
	}
	return [...items.values()].sort(byDay);
}

/** The changes of the data folder's files that add items to those known, each once; files that stay the same are left out. */
export function newsChanges(
	files: FolderFiles,
	known: readonly NewsItem[],
	incoming: readonly NewsItem[]
): FolderChanges {
	const months = Map.groupBy(mergeItems(known, incoming), monthOf);
	const changes = new Map<string, string | null>();
	for (const [month, items] of months) {
		const text = items.map((item) => `${formatItem(item)}\n`).join('');
		if (files.read(fileOf(month)) !== text) changes.set(fileOf(month), text);
	}
	// An item whose day was learnt late leaves its month: a file that none is left in goes.
	for (const file of files.list(ROOM)) {
		if (!months.has(basename(file, '.ndjson'))) changes.set(file, null);
	}
	return changes;
}
