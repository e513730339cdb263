import type { CrawlReport } from '#lib/server/crawl/report.ts';
import { replacedText } from '#lib/server/crawl/landscape/replaced.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

const SHOWN = 20;

export function crawlSummary(report: CrawlReport): string {
	const { usage, changes } = report;
	const lines = [headline(report)];
	if (report.reason !== null) lines.push(report.reason);
	if (report.outcome === 'paused') lines.push('Run the crawl again to go on.');
	lines.push(
		`${plural(report.repositories, 'repository', 'repositories')}: ${countText(report.observed)} observed, ${countText(report.notFound.length)} not found, ${countText(report.failed.length)} failed, ${countText(report.due)} to do.`,
		`${plural(usage.requests, 'request')}, ${countText(usage.counted)} counted, ${plural(usage.points, 'GraphQL point')}. Defects of the landscape: ${countText(report.defects)}.`
	);
	for (const { source, figures, requests, refused } of report.use) {
		const open = refused.flatMap(({ names }) => names).length;
		lines.push(
			`${source}: ${plural(figures, 'figure')} in ${plural(requests, 'request')}${open === 0 ? '' : `, ${countText(open)} not told`}.`
		);
	}
	if (changes) {
		lines.push(
			`${plural(changes.rated, 'project')} rated, ${countText(changes.notRated)} not rated.`
		);
		const ring = (name: string | null) => name ?? 'not rated';
		list(
			lines,
			'Moved',
			changes.moves.map(({ name, from, to }) => `${name}: ${ring(from)} → ${ring(to)}`)
		);
		list(lines, 'New', changes.newcomers);
		list(lines, 'Left', changes.left);
	}
	list(
		lines,
		'Not found',
		report.notFound.map(({ repository }) => repository)
	);
	list(lines, 'Another repository under the name', report.replaced.map(replacedText));
	list(
		lines,
		'Failed',
		report.failed.map(({ repository, reason }) => `${repository}: ${reason}`)
	);
	return lines.join('\n');
}

function headline({ outcome, night, due }: CrawlReport): string {
	switch (outcome) {
		case 'published':
			return `Published the edition ${night}.`;
		case 'already-published':
			return 'Nothing to do.';
		case 'not-published':
			return `Not published: ${night}.`;
		case 'paused':
			return `Paused: ${night}.`;
		case 'stored':
			return 'Stored a part; nothing was published.';
		case 'planned':
			return `Dry run: ${plural(due, 'repository', 'repositories')} would be asked, at about ${plural(Math.ceil(due / 20) + 1, 'request')}. Nothing was stored.`;
	}
}

function list(lines: string[], title: string, entries: readonly string[]): void {
	if (entries.length === 0) return;
	lines.push(
		`${title}: ${countText(entries.length)}`,
		...entries.slice(0, SHOWN).map((entry) => `  ${entry}`)
	);
	if (entries.length > SHOWN) lines.push(`  and ${countText(entries.length - SHOWN)} more`);
}
