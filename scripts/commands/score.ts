import { databasePath, openForWriting } from '#lib/server/db/database.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { scoreDatabase } from '#lib/server/publish/seed.ts';
import { readOptions, today, type Command } from './command.ts';
import { showProgress } from './output/progress.ts';
import { reportUnusable } from './output/skipped.ts';
import { plural } from '#lib/radar/words/numbers.ts';

export const scoreCommand: Command = {
	name: 'score',
	summary: 'Scores every edition anew with the model of the settings',
	help: `Usage: npm run radar -- score [--data FOLDER]

Brings the database to what the data folder says, and scores every edition with the model in radar.yml. Placements
under other versions of the model stay; a model that was changed under the same version is refused.

  --data FOLDER   the data folder (default: data)

Exit codes: 0 scored; 2 usage, settings or input that cannot be used.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: { data: { type: 'string', default: 'data' } }
		});
		const progress = showProgress(io);
		const data = readDataFolder(values.data, undefined, today());
		const db = openForWriting(databasePath(io.env));
		try {
			const result = scoreDatabase(db, data, (id) => progress.step(`Scored ${id}`));
			reportUnusable(io, data);
			progress.done(
				`${plural(result.editions, 'edition')}, ${plural(result.placements, 'placement')} under model ${data.settings.model.version}`
			);
		} finally {
			db.$client.close();
		}
		return 0;
	}
};
