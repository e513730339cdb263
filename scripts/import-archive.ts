/**
 * Converts the archive of measurements that this project began with (landscape, histories, popularity, membership,
 * placements by others) to the project's own files in `data/`. Only facts and figures pass.
 *
 *   node scripts/import-archive.ts <folder of the archive> [data folder]
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { stringify } from 'yaml';
import { z } from 'zod';
import { monthEnd } from '#lib/radar/words/day.ts';
import { formatLandscape } from '#lib/radar/landscape/landscape-file.ts';
import { readLandscape } from '#lib/radar/landscape/landscape.ts';
import {
	formatMember,
	membersOf,
	ProjectRegistry,
	type Member
} from '#lib/radar/landscape/membership.ts';
import { formatObservation, withoutContradictions } from '#lib/radar/observation/observation.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { readRepositoryAddress, repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { ownRepository } from '#lib/radar/landscape/merged-items.ts';
import { projectsInScope } from '#lib/radar/landscape/scope.ts';
import { parseSettings } from '#lib/radar/model/settings.ts';
import { readYaml } from '#lib/radar/input/yaml.ts';
import { MATURITIES, type Maturity } from '#lib/radar/words/vocabulary.ts';
import { historyObservations, popularityObservation } from './import-archive-rows.ts';

/** The archive measures from this month on. */
const FIRST_EDITION = '2024-08';
const LANDSCAPE = {
	url: 'https://github.com/cncf/landscape',
	version: '153d699',
	date: '2026-08-07'
};

const [archive, data = 'data'] = process.argv.slice(2);
if (archive === undefined) {
	console.error('Usage: node scripts/import-archive.ts <folder of the archive> [data folder]');
	process.exit(2);
}
const readText = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const readRows = (file: string) =>
	z
		.array(z.record(z.string(), z.string()))
		.parse(parseCsv(readText(archive, file), { columns: true }));
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const settings = parseSettings(readText(data, 'radar.yml'), 'data/radar.yml');
const overrides = parseOverrides(readText(data, 'overrides.yml'), 'data/overrides.yml');

// The landscape, and what is wrong with it.
const landscape = readLandscape(readYaml(readText(archive, 'landscape.yml'), 'landscape.yml'));
const keyOf = (name: string) => identityKey(overrides, name);
const scope = projectsInScope(landscape, settings.scope.categories, keyOf);
const items = [...scope.entries, ...scope.elsewhere];
writeFileSync(join(data, 'landscape.yml'), formatLandscape(landscape.categories, items, LANDSCAPE));
writeFileSync(
	join(data, 'landscape-defects.ndjson'),
	[...landscape.defects, ...scope.defects].map((defect) => `${JSON.stringify(defect)}\n`).join('')
);

// Who stood in it, month by month; the newest names give the ids.
const registry = new ProjectRegistry(keyOf);
const today = membersOf(scope.projects, registry);
const badges = new Set(today.flatMap(({ project, badge }) => (badge ? [project] : [])));
const months = Map.groupBy(readRows('membership.csv'), (row) => row.month ?? '');
rmSync(join(data, 'membership'), { recursive: true, force: true });
mkdirSync(join(data, 'membership'), { recursive: true });
for (const [month, rows] of [...months].sort(([a], [b]) => byText(b, a))) {
	const members = new Map<string, Member>();
	for (const row of rows) {
		const name = row.name ?? '';
		const repository = ownRepository({ repository: readRepositoryAddress(row.repo ?? null) });
		const project = registry.assign([name], repository);
		const [category = '', subcategory = ''] = (row.path ?? '').split(' / ');
		const maturity: Maturity | null = MATURITIES.find((word) => word === row.maturity) ?? null;
		const before = members.get(project);
		members.set(project, {
			project,
			name: before?.maturity ? before.name : name,
			repository: before?.repository ?? repository,
			maturity: before?.maturity ?? maturity,
			// Badges are known of the landscape's own day only.
			badge: month === LANDSCAPE.date.slice(0, 7) && badges.has(project),
			paths: [
				...(before?.paths ?? []).filter(
					(path) => path.category !== category || path.subcategory !== subcategory
				),
				{ category, subcategory }
			]
		});
	}
	const lines = [...members.values()]
		.sort((a, b) => byText(a.project, b.project))
		.map(formatMember);
	writeFileSync(join(data, 'membership', `${month}.ndjson`), lines.join('\n') + '\n');
}

// Every month that was measured becomes an edition.
writeFileSync(
	join(data, 'editions.ndjson'),
	[...months.keys()]
		.filter((month) => month >= FIRST_EDITION)
		.sort()
		.map((id) => `${JSON.stringify({ id, date: monthEnd(id), kind: 'month' })}\n`)
		.join('')
);

// What was observed, a file a month.
const observations = [
	...readText(archive, 'repositories.ndjson').trim().split('\n').flatMap(historyObservations),
	...readRows('popularity.csv').flatMap(popularityObservation)
].map(withoutContradictions);
rmSync(join(data, 'observations'), { recursive: true, force: true });
mkdirSync(join(data, 'observations'), { recursive: true });
for (const [month, part] of Map.groupBy(observations, ({ observedOn }) => observedOn.slice(0, 7))) {
	const lines = part
		.sort(
			(a, b) =>
				byText(repositoryKey(a.repository), repositoryKey(b.repository)) ||
				byText(a.observedOn, b.observedOn) ||
				byText(a.source, b.source)
		)
		.map(formatObservation);
	writeFileSync(join(data, 'observations', `${month}.ndjson`), lines.join('\n') + '\n');
}

/** Sources that the archive calls by a name without its owner; their figures stand in the history folder of these. */
const OWNED = new Map([['best-of-ml-python', 'ml-tooling/best-of-ml-python']]);

// Whom the figures come from.
const popularitySources = new Set(
	observations.map(({ source }) => source).filter((source) => source !== 'history')
);
const sources = [
	{
		id: 'history',
		name: "The repository's own history",
		url: `${settings.site.repository}/tree/main/data/observations`,
		kind: 'history'
	},
	{ id: 'github', name: "GitHub's API", url: 'https://docs.github.com/graphql', kind: 'api' },
	{ id: 'landscape', name: 'CNCF landscape', url: LANDSCAPE.url, kind: 'landscape' },
	{
		id: 'overrides',
		name: 'Human judgement, with reason and link',
		url: `${settings.site.repository}/blob/main/data/overrides.yml`,
		kind: 'curated'
	},
	...[...popularitySources].sort().map((id) => ({
		id,
		name: OWNED.get(id) ?? id,
		url: `https://github.com/${OWNED.get(id) ?? id}`,
		kind: 'published-snapshots'
	}))
];
writeFileSync(
	join(data, 'sources.yml'),
	`# Where the figures come from: cited beside every one of them.\n${stringify({ sources })}`
);

// Published placements by others: shown beside ours, never fed into the score.
const experts = readRows('expert-rings.csv').map((row) => ({
	project: row.project,
	repository: row.repo,
	ring: row.ring,
	source: row.source,
	date: row.date,
	secondary: row.where?.startsWith('secondary source') ? true : undefined
}));
writeFileSync(
	join(data, 'experts.ndjson'),
	experts.map((row) => `${JSON.stringify(row)}\n`).join('')
);

console.log(
	`${scope.projects.length} projects, ${months.size} months of membership, ${observations.length} observations, ${experts.length} placements by others`
);
