import { databasePath, openForWriting } from '#lib/server/db/database.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { readOptions, today, UsageError, type Command } from './command.ts';
import { showProgress } from './output/progress.ts';
import { reportUnusable } from './output/skipped.ts';
import { plural } from '#lib/radar/words/numbers.ts';

export const seedCommand: Command = {
	name: 'seed',
	summary: 'Builds the database from data/, with every edition scored',
	help: `Usage: npm run radar -- seed [--data FOLDER]

Builds the database from the files of the data folder: the same files give the same content, whatever was in it
before. Only placements under older versions of the model stay. When a file is broken, it stays as it was.

  --data FOLDER   the data folder (default: data)

Exit codes: 0 built; 2 usage, settings or input that cannot be used.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: { data: { type: 'string', default: 'data' } }
		});
		const progress = showProgress(io);
		const started = performance.now();
		const data = readDataFolder(values.data, undefined, today());
		if (data.editions.length === 0) {
			throw new UsageError(
				`${values.data} has no edition yet: npm run crawl -- --data ${values.data} makes the first.`
			);
		}
		const path = databasePath(io.env);
		const db = openForWriting(path);
		try {
			const result = seedDatabase(db, data, (id) => progress.step(`Scored ${id}`));
			reportUnusable(io, data);
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			progress.done(
				`${path}: ${plural(result.editions, 'edition')}, ${plural(result.placements, 'placement')}, ${plural(data.observations.count, 'observation')} in ${seconds} s`
			);
		} finally {
			db.$client.close();
		}
		return 0;
	}
};
