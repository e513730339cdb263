import { DatabaseError, databasePath, openForReading } from '#lib/server/db/database.ts';
import { findEdition, listEditions } from '#lib/server/db/queries/editions.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { readOptions, today, type Command } from './command.ts';

export const checkCommand: Command = {
	name: 'check',
	summary: 'Checks that the database is whole, and of the data folder',
	help: `Usage: npm run radar -- check [--data FOLDER]

Checks the database: whole, of this program's version, every reference leads somewhere, and its editions are those of
the data folder. It changes nothing. A database that fails is no loss: npm run radar -- seed builds it anew from the folder.

  --data FOLDER   the data folder (default: data)

Exit codes: 0 all is well; 2 something is wrong, and is named.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: { data: { type: 'string', default: 'data' } }
		});
		const path = databasePath(io.env);
		const db = openForReading(path);
		try {
			const said = String(db.$client.pragma('quick_check', { simple: true }));
			const lost = db.$client.pragma('foreign_key_check') as unknown[];
			const folder = readDataFolder(values.data, undefined, today()).editions.map(({ id }) => id);
			const held = listEditions(db).map(({ id }) => id);
			const faults = [
				...(said === 'ok' ? [] : [`it is damaged: ${said}`]),
				...(lost.length === 0 ? [] : [`${plural(lost.length, 'reference')} lead nowhere`]),
				...(held.join() === folder.join()
					? []
					: [
							`it holds ${plural(held.length, 'edition')}, and ${values.data} lists ${folder.length}`
						])
			];
			if (faults.length > 0) {
				throw new DatabaseError(
					`${path}: ${faults.join('; ')}. Build it anew: npm run radar -- seed`
				);
			}
			const newest = findEdition(db, null);
			io.out(
				`${path}: whole, ${plural(held.length, 'edition')}, the newest ${newest?.id ?? 'none'}\n`
			);
			return 0;
		} finally {
			db.$client.close();
		}
	}
};
