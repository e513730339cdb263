/** Seconds and peak memory of seeding an empty database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { scoreEditions } from '#lib/server/publish/score-editions.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { print, timed } from './figure.ts';

const folder = mkdtempSync(join(tmpdir(), 'radar-bench-'));
try {
	const { ms, result } = await timed(() => {
		const data = readDataFolder('data');
		const db = openForWriting(join(folder, 'radar.db'));
		return { ...seedDatabase(db, data), db, data };
	});
	print({
		what: `Empty to a seeded database, ${result.editions} editions`,
		measured: ms / 1000,
		unit: 's',
		target: 30
	});
	print({
		what: 'The same, peak memory',
		measured: process.resourceUsage().maxRSS / 1024,
		unit: 'MB',
		target: 512
	});
	const again = await timed(() =>
		result.db.transaction(() => scoreEditions(result.db, result.data))
	);
	print({
		what: 'Scoring and placing 25 editions again',
		measured: again.ms / 1000,
		unit: 's',
		target: 5
	});
	result.db.$client.close();
} finally {
	rmSync(folder, { recursive: true });
}
