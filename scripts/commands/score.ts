import { databasePath, openForWriting } from '#lib/server/db/database.ts';
import { readDataFolder } from '#lib/server/data-folder.ts';
import { scoreEditions } from '#lib/server/score-editions.ts';
import { readOptions, type Command } from './command.ts';
import { showProgress } from './progress.ts';

export const scoreCommand: Command = {
	name: 'score',
	summary: 'Scores every edition anew with the model of the settings',
	help: `Usage: npm run radar -- score [--data FOLDER]

Scores every edition from the observations in the database, with the model in data/radar.yml.
Placements under other versions of the model stay.

  --data FOLDER   the data folder (default: data)

Exit codes: 0 scored; 2 usage, or settings that cannot be used.`,
	run: (args) => {
		const { values } = readOptions({
			args,
			options: { data: { type: 'string', default: 'data' } }
		});
		const progress = showProgress();
		const data = readDataFolder(values.data);
		const db = openForWriting(databasePath(process.env));
		try {
			const result = db.transaction(() =>
				scoreEditions(db, data, (id) => progress.step(`Scored ${id}`))
			);
			progress.done(
				`${result.editions} editions, ${result.placements} placements under model ${data.settings.model.version}`
			);
		} finally {
			db.$client.close();
		}
		return 0;
	}
};
