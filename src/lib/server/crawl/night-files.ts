import { addDays } from '#lib/radar/day.ts';
import { formatLandscape } from '#lib/radar/landscape-file.ts';
import { formatMember } from '#lib/radar/membership.ts';
import type { Day } from '#lib/radar/vocabulary.ts';
import { repositoryKey } from '#lib/radar/repository-address.ts';
import type { DataFolder } from '../data-folder.ts';
import { FolderFiles, type FolderChanges } from '../folder-files.ts';
import { recordDay } from '../memberships.ts';
import type { CrawlScope } from './scope.ts';

/** Nights older than this are thinned to the last one of their month. */
const NIGHTS_KEPT_DAYS = 90;

/** A night ready to be published. */
export interface Night {
	night: Day;
	scope: CrawlScope;
	landscape: { origin: string; etag: string | null };
	/** Lines of observation files not yet in them. */
	lines: { line: string; observedOn: Day; past: boolean }[];
}

/**
 * What a night changes in the data folder, `editions.ndjson` last. The same night gives the same changes, however often
 * it is published.
 */
export function nightFiles(folder: string, data: DataFolder, made: Night): FolderChanges {
	const files = new FolderFiles(folder);
	const changes = new Map<string, string | null>();
	const set = (name: string, text: string) => {
		if (files.read(name) !== text) changes.set(name, text);
	};
	const byFile = Map.groupBy(made.lines, ({ observedOn, past }) =>
		past ? observedOn.slice(0, 7) : observedOn
	);
	for (const [file, rows] of byFile) {
		const name = `observations/${file}.ndjson`;
		set(
			name,
			merged(
				files.read(name),
				rows.map(({ line }) => line)
			)
		);
	}

	const members = `${made.scope.members.map(formatMember).join('\n')}\n`;
	const before = data.memberships.findLast((record) => recordDay(record) < made.night);
	const known = before ? `${before.members.map(formatMember).join('\n')}\n` : '';
	if (members !== known) set(`membership/${made.night}.ndjson`, members);

	const { origin, etag } = made.landscape;
	const landscape = formatLandscape(made.scope.categories, made.scope.items, {
		url: origin,
		version: etag,
		date: made.night
	});
	if (withoutHead(files.read('landscape.yml') ?? '') !== withoutHead(landscape)) {
		changes.set('landscape.yml', landscape);
	}
	set('landscape-defects.ndjson', made.scope.defects.map((d) => `${JSON.stringify(d)}\n`).join(''));

	const thinned = new Set(thin(data.editions, made.night));
	for (const id of thinned) {
		if (files.read(`observations/${id}.ndjson`) !== null)
			changes.set(`observations/${id}.ndjson`, null);
	}
	const editions = [
		...data.editions.filter(({ id }) => id !== made.night && !thinned.has(id)),
		{ id: made.night, date: made.night, kind: 'night' as const }
	].sort((a, b) => (a.date < b.date ? -1 : 1));
	set('editions.ndjson', editions.map((edition) => `${JSON.stringify(edition)}\n`).join(''));
	return changes;
}

/** The nights to be dropped: old ones that are not the last of their month. */
export function thin(editions: DataFolder['editions'], night: Day): string[] {
	const oldest = addDays(night, -NIGHTS_KEPT_DAYS);
	const nights = editions.filter(({ kind }) => kind === 'night');
	return nights
		.filter(
			({ date }) =>
				date < oldest &&
				nights.some((other) => other.date > date && other.date.slice(0, 7) === date.slice(0, 7))
		)
		.map(({ id }) => id);
}

/** Adds lines to a file's; what stands in it stays. Sorted by repository, day, source. */
function merged(text: string | null, lines: readonly string[]): string {
	const all = new Map<string, string>();
	for (const line of [...(text ?? '').split('\n'), ...lines]) {
		if (line.trim() === '') continue;
		const key = sortKey(line);
		if (!all.has(key)) all.set(key, line);
	}
	const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
	return `${sorted.join('\n')}\n`;
}

function sortKey(line: string): string {
	try {
		const { repository, observedOn, source } = JSON.parse(line) as Record<string, unknown>;
		return [repositoryKey(String(repository)), observedOn, source].join('\u0000');
	} catch {
		// Unreadable: kept, at the end.
		return `\uffff${line}`;
	}
}

const withoutHead = (text: string): string =>
	text
		.split('\n')
		.filter((line) => !line.startsWith('#'))
		.join('\n');
