/** Scores 100,000 synthetic projects on one core, and all editions of the bundled data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeEdition, type EditionInput } from '#lib/radar/edition/edition.ts';
import type { StoredObservation } from '#lib/radar/observation/evidence.ts';
import { prepareModel } from '#lib/radar/model/place.ts';
import { seededRandom } from '#lib/radar/model/random.ts';
import { MATURITIES } from '#lib/radar/words/vocabulary.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { scoreEditions } from '#lib/server/publish/score-editions.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { print, timed } from './figure.ts';

const data = readDataFolder('data');
const judge = prepareModel(data.settings.model);

/** Projects in memory at once. */
const BATCH = 1000;

function scoreAll(input: EditionInput): number {
	let placed = 0;
	for (let i = 0; i < input.members.length; i += BATCH) {
		placed += placeEdition({ ...input, members: input.members.slice(i, i + BATCH) }, judge).length;
	}
	return placed;
}

function syntheticEdition(count: number): EditionInput {
	const random = seededRandom(7);
	const upTo = (most: number) => Math.floor(random() ** 3 * most);
	const seen = new Map<string, StoredObservation[]>();
	const members: EditionInput['members'] = Array.from({ length: count }, (_, i) => {
		const repository = `owner-${i}/project-${i}`;
		seen.set(repository, [
			{
				id: i + 1,
				repository,
				databaseId: null,
				observedOn: '2026-08-31',
				source: 'history',
				mirror: false,
				values: {
					firstCommit: '2020-01-01',
					lastCommit: '2026-08-20',
					contributorsTotal: upTo(3000),
					authors365d: upTo(300),
					absenceFactor: 1 + upTo(12),
					activeWeeks13: 1 + upTo(12),
					mergedPulls90d: upTo(600),
					stars: upTo(60_000),
					forks: upTo(9000),
					adopters: random() < 0.2,
					stableReleaseDays365d: upTo(20),
					releasesTotal: upTo(90),
					lastStableRelease: '2026-07-01',
					highestVersion: random() < 0.5 ? '0.9.0' : '1.4.2',
					securityPolicy: random() < 0.5,
					license: 'Apache-2.0',
					ownerType: 'organization'
				},
				notApplicable: {},
				unknown: {}
			}
		]);
		return {
			project: `project-${i}`,
			name: `Project ${i}`,
			repository,
			maturity: MATURITIES[i % 24] ?? null,
			badge: false,
			paths: [{ category: 'Data', subcategory: 'Data Science' }]
		};
	});
	return {
		edition: {
			id: '2026-08',
			date: '2026-08-31',
			kind: 'month',
			modelVersion: judge.model.version
		},
		members,
		filedOn: '2026-08-31',
		observationsOf: (repository) => seen.get(repository) ?? [],
		factsOf: () => null,
		useOf: () => ({ packages: null, rows: [] }),
		releasesElsewhereOf: () => null,
		overrides: data.overrides,
		before: null
	};
}

const few = syntheticEdition(10_000);
const many = syntheticEdition(100_000);
/** Seconds of processor time, which other processes do not distort. */
function processorTime(run: () => unknown): number {
	const started = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(started);
	return (user + system) / 1e6;
}

scoreAll(few);
const small = processorTime(() => scoreAll(few));
const large = processorTime(() => scoreAll(many));
print({
	what: 'Scoring 100,000 projects, all explained, processor time',
	measured: large,
	unit: 's',
	target: 10
});
print({
	what: 'Time per project, 100,000 against 10,000: linear is 1',
	measured: large / many.members.length / (small / few.members.length),
	unit: 'times',
	target: 1.5
});

const folder = mkdtempSync(join(tmpdir(), 'radar-bench-'));
try {
	const db = openForWriting(join(folder, 'radar.db'));
	seedDatabase(db, data);
	const { ms, result } = await timed(() => db.transaction(() => scoreEditions(db, data)));
	print({
		what: `Scoring ${result.editions} editions anew from the archive and storing them`,
		measured: ms / 1000,
		unit: 's',
		target: 5
	});
	db.$client.close();
} finally {
	rmSync(folder, { recursive: true });
}
