/** Time and overlaps of blip placement. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { segments } from '#lib/radar/chart/geometry.ts';
import { layoutRadar, type LayoutBlip, type PlacedBlip } from '#lib/radar/chart/layout.ts';
import { parseSettings } from '#lib/radar/model/settings.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { listEditions } from '#lib/server/db/queries/editions.ts';
import { settingsOf } from '#lib/server/db/queries/models.ts';
import { standingsOf } from '#lib/server/db/queries/standings.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { writeSyntheticData } from '../../tests/fixtures/synthetic-data.ts';
import { print, timed } from './figure.ts';

const { categories } = parseSettings(readFileSync('data/radar.yml', 'utf8'), 'data/radar.yml');

function blipsOf(count: number): LayoutBlip[] {
	const folder = mkdtempSync(join(tmpdir(), 'radar-bench-'));
	try {
		writeSyntheticData(folder, 'data', count, 7);
		const db = openForWriting(join(folder, 'radar.db'));
		seedDatabase(db, readDataFolder(folder));
		const edition = listEditions(db).at(-1);
		if (edition === undefined) throw new Error('the made-up data holds no edition');
		const standings = standingsOf(db, edition, settingsOf(db, edition).model);
		db.$client.close();
		return standings.flatMap(({ blip: { id, category, subcategory, ring, score } }) =>
			ring === null || score === null ? [] : [{ id, category, subcategory, ring, score }]
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const overlaps = (placed: readonly PlacedBlip[]): number => {
	let found = 0;
	for (const [i, a] of placed.entries()) {
		for (const b of placed.slice(i + 1)) {
			if (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r) found++;
		}
	}
	return found;
};

for (const [count, target] of [
	[190, 2],
	[1000, 15]
] as const) {
	const blips = blipsOf(count);
	const { ms, result } = await timed(() => layoutRadar(blips, segments(categories)));
	print({ what: `Placing ${blips.length} blips`, measured: ms / 1000, unit: 's', target });
	print({
		what: `Overlaps among ${blips.length} blips`,
		measured: overlaps(result),
		unit: 'pairs',
		target: 0
	});
}
