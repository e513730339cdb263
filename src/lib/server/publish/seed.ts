import { loadArchive } from './load.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { refuseChangedModel } from './model-versions.ts';
import { scoreEditions, type Scoring } from './score-editions.ts';

/**
 * Makes the database match `data/` in one transaction.
 * Former model versions place the editions of their time; the present one places all.
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
 * Seeds for publication.
 * @throws {ModelVersionError} when the model changed but its version did not; nothing is written.
 */
export const scoreDatabase = (
	db: Database,
	data: DataFolder,
	onEdition?: (id: string) => void
): Scoring => {
	refuseChangedModel(db, data.settings);
	return seedDatabase(db, data, onEdition);
};
