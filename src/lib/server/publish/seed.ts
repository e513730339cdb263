import { loadArchive } from './load.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { refuseChangedModel } from './model-versions.ts';
import { scoreEditions, type Scoring } from './score-editions.ts';

/**
 * Brings the database to what `data/` says, in one transaction: whole, or as it was. The same files give the same
 * content, whatever stood there before. Former versions of the model place the editions of their time, the present one
 * all of them; placements under versions that the files do not know stay.
 */
export const seedDatabase = (
	db: Database,
	data: DataFolder,
	onEdition?: (id: string) => void
): Scoring =>
	db.transaction(() => {
		loadArchive(db, data);
		for (const { model, until } of data.formerModels) {
			const settings = { ...data.settings, model };
			const editions = data.editions.filter(({ date }) => date < until);
			scoreEditions(db, { ...data, settings, editions });
		}
		return scoreEditions(db, data, onEdition);
	});

/**
 * The same for a model that is to be published: a version that means something else by now is refused.
 * @throws {ModelVersionError} when the model was changed but not its version; then the database is as it was.
 */
export const scoreDatabase = (
	db: Database,
	data: DataFolder,
	onEdition?: (id: string) => void
): Scoring => {
	refuseChangedModel(db, data.settings);
	return seedDatabase(db, data, onEdition);
};
