import { loadArchive } from './archive.ts';
import type { DataFolder } from './data-folder.ts';
import type { Database } from './db/database.ts';
import { scoreEditions } from './score-editions.ts';

/**
 * Builds the database from `data/` in one transaction: whole, or as it was.
 * @returns how many editions and placements were written.
 */
export function seedDatabase(
	db: Database,
	data: DataFolder,
	onEdition?: (id: string) => void
): { editions: number; placements: number } {
	return db.transaction(() => {
		loadArchive(db, data);
		return scoreEditions(db, data, onEdition);
	});
}
