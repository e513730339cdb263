import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePath, openForReading } from '#lib/server/db/database.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { runValidation } from '#lib/server/publish/validation-run.ts';
import { validationText } from '#lib/radar/validation/report-text.ts';
import { readOptions, today, type Command } from './command.ts';
import { reportUnusable } from './output/skipped.ts';

export const validateCommand: Command = {
	name: 'validate',
	summary: 'Checks the model against experts, maturity, noise and gaming',
	help: `Usage: npm run radar -- validate [--data FOLDER] [--out FILE] [--strict]

Runs the thirteen checks on the newest edition, prints their figures, and writes them to
validation.json in the data folder, which the methodology page shows.

  --data FOLDER   the data folder (default: data)
  --out FILE      the file to write (default: validation.json in the data folder)
  --strict        exit with 1 when a check falls short

Exit codes: 0 checked; 1 a check fell short (with --strict); 2 usage, or no database.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				data: { type: 'string', default: 'data' },
				out: { type: 'string' },
				strict: { type: 'boolean', default: false }
			}
		});
		// A report of another version is about to be replaced.
		const data = readDataFolder(values.data, new Map([['validation.json', null]]), today());
		reportUnusable(io, data);
		const db = openForReading(databasePath(io.env));
		try {
			const validation = runValidation(db, data);
			const file = values.out ?? join(values.data, 'validation.json');
			writeFileSync(file, `${JSON.stringify(validation, null, '\t')}\n`);
			io.out(validationText(validation));
			const fell = validation.checks.some(({ passed }) => passed === false);
			return fell && values.strict ? 1 : 0;
		} finally {
			db.$client.close();
		}
	}
};
