import { formatLandscape } from '#lib/radar/landscape/file/landscape-file.ts';
import { formatMember } from '#lib/radar/landscape/membership.ts';
import {
	carriedByFile,
	formatCarriedByRow,
	type CarriedByRow
} from '#lib/radar/observation/organisations/carried-by.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { FolderFiles } from '#lib/server/data/folder.ts';
import { recordDay } from '#lib/server/data/memberships.ts';
import { mergeLines } from '#lib/server/crawl/observation-lines.ts';
import type { CrawlScope } from '#lib/server/crawl/landscape/scope.ts';
import { by } from '#lib/radar/words/order.ts';

export interface Night {
	night: Day;
	scope: CrawlScope;
	landscape: { origin: string; etag: string | null };
	/** Commits by organisation that were counted tonight. */
	counted: readonly CarriedByRow[];
	/** Lines that the files may have already; those in them win. */
	lines: { line: string; observedOn: Day; past: boolean }[];
}

/** File changes of a night, `editions.ndjson` last. Repeating a night gives the same changes. */
export function nightFiles(
	folder: string,
	data: DataFolder,
	made: Night
): Map<string, string | null> {
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
			mergeLines(
				files.read(name),
				rows.map(({ line }) => line)
			)
		);
	}

	for (const [name, rows] of Map.groupBy(made.counted, carriedByFile)) {
		const text = files.read(name) ?? '';
		const there = new Set(text.split('\n'));
		const added = rows.map(formatCarriedByRow).filter((line) => !there.has(line));
		set(name, text + added.map((line) => `${line}\n`).join(''));
	}

	const members = `${made.scope.members.map(formatMember).join('\n')}\n`;
	const before = data.memberships.findLast((record) => recordDay(record) < made.night);
	const known = before ? `${before.members.map(formatMember).join('\n')}\n` : '';
	if (members !== known) set(`membership/${made.night}.ndjson`, members);

	const { origin, etag } = made.landscape;
	const landscape = formatLandscape(
		made.scope.categories,
		made.scope.items,
		{
			url: origin,
			version: etag,
			date: made.night
		},
		data.settings.landscape.foundation
	);
	if (withoutHead(files.read('landscape.yml') ?? '') !== withoutHead(landscape)) {
		changes.set('landscape.yml', landscape);
	}
	set('landscape-defects.ndjson', made.scope.defects.map((d) => `${JSON.stringify(d)}\n`).join(''));

	const editions = [
		...data.editions.filter(({ id }) => id !== made.night),
		{ id: made.night, date: made.night, kind: 'night' as const }
	].sort(by(({ date }) => date));
	set('editions.ndjson', editions.map((edition) => `${JSON.stringify(edition)}\n`).join(''));
	return changes;
}

const withoutHead = (text: string): string =>
	text
		.split('\n')
		.filter((line) => !line.startsWith('#'))
		.join('\n');
