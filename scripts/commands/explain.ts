import { explanationText } from '#lib/radar/edition/explanation-text.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { databasePath, openForReading } from '#lib/server/db/database.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { findEdition } from '#lib/server/db/queries/editions.ts';
import { settingsOf } from '#lib/server/db/queries/models.ts';
import { standingsOf } from '#lib/server/db/queries/standings.ts';
import { readProjectPage } from '#lib/server/read/project-page.ts';
import { readOptions, UsageError, type Command } from './command.ts';

export const explainCommand: Command = {
	name: 'explain',
	summary: 'Tells why a project is in its ring',
	help: `Usage: npm run radar -- explain <project> [--edition ID] [--model VERSION] [--json]

Prints everything that explains a project's ring: every sub-metric with its value, points, source and
day, the gates, what would move it, what is missing, and where others placed it.

  <project>       its id, its name or owner/name, in any case
  --edition ID    YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --model VERSION as a former version of the model placed it (default: the published one)
  --json          the same as JSON, as the API answers it

Exit codes: 0 explained; 2 usage, no database, no such project or edition.`,
	run: (args, io) => {
		const { values, positionals } = readOptions({
			args,
			allowPositionals: true,
			options: {
				edition: { type: 'string' },
				model: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const asked = positionals.join(' ').trim();
		if (asked === '') throw new UsageError('Name a project: npm run radar -- explain <project>');
		const db = openForReading(databasePath(io.env));
		try {
			const { edition = null, model = null } = values;
			const shown = findEdition(db, edition, model);
			if (shown === null) throw new UsageError(noEdition(edition, model));
			const settings = settingsOf(db, shown);
			const standings = standingsOf(db, shown, settings.model);
			const project = readProjectPage(db, projectId(standings, asked), shown, standings);
			if (project === null) throw new UsageError(nothingFound(asked, standings));
			io.out(
				values.json
					? `${JSON.stringify(project, null, '\t')}\n`
					: explanationText(project, settings)
			);
		} finally {
			db.$client.close();
		}
		return 0;
	}
};

/** Finds an id by id, name or repository; returns the input when this edition lacks it. */
function projectId(standings: readonly Standing[], asked: string): string {
	const wanted = asked.toLowerCase();
	const found = standings.find(({ blip: { id, name, repository } }) =>
		[id, name, repository ?? ''].some((word) => word.toLowerCase() === wanted)
	);
	return found?.blip.id ?? wanted.replaceAll(' ', '-');
}

function nothingFound(asked: string, standings: readonly Standing[]): string {
	const wanted = asked.toLowerCase();
	const near = standings
		.map(({ blip }) => blip)
		.filter(({ id, name }) => id.includes(wanted) || name.toLowerCase().includes(wanted))
		.slice(0, 5)
		.map(({ id }) => id);
	const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
	return `There is no project "${asked}".${hint}`;
}
