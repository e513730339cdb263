import { writeFileSync } from 'node:fs';
import { databasePath, openForReading } from '#lib/server/db/database.ts';
import { radarDocument } from '#lib/server/radar-document.ts';
import { noEdition } from '#lib/radar/words.ts';
import { plainView, viewFromParams } from '#lib/radar/view.ts';
import { readOptions, UsageError, type Command } from './command.ts';

export const exportCommand: Command = {
	name: 'export',
	summary: 'Writes an edition as JSON',
	help: `Usage: npm run radar -- export [--edition ID] [--model VERSION] [--view QUERY] [--out FILE]

Writes an edition as radar.json, to standard output or to a file.

  --edition ID    YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --model VERSION as a former version of the model placed it (default: the published one)
  --view QUERY    only what a view of the page shows: the part of its address after "?"
  --out FILE      the file to write

Exit codes: 0 written; 2 usage, no database, or no such edition.`,
	run: (args) => {
		const { values } = readOptions({
			args,
			options: {
				edition: { type: 'string' },
				model: { type: 'string' },
				view: { type: 'string' },
				out: { type: 'string' }
			}
		});
		const view =
			values.view === undefined ? plainView() : viewFromParams(new URLSearchParams(values.view));
		const db = openForReading(databasePath(process.env));
		try {
			const edition = values.edition ?? view.edition;
			const document = radarDocument(db, {
				view: { ...view, edition },
				model: values.model ?? null,
				generatedAt: new Date().toISOString()
			});
			if (document === null) throw new UsageError(noEdition(edition, values.model ?? null));
			const text = `${JSON.stringify(document, null, '\t')}\n`;
			if (values.out === undefined) process.stdout.write(text);
			else writeFileSync(values.out, text);
		} finally {
			db.$client.close();
		}
		return 0;
	}
};
