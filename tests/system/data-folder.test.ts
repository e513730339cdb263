import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { InputError, type FaultPosition } from '#lib/radar/input/yaml.ts';
import { writeSyntheticData } from '../fixtures/synthetic-data.ts';

const DATA = join(import.meta.dirname, '../..', 'data');
const MEMBERS = join('membership', '2026-08.ndjson');
const EDITIONS = 'editions.ndjson';
let folder: string;
let sound: string;
let data: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-data-'));
	sound = join(folder, 'sound');
	writeSyntheticData(sound, DATA, 5, 7);
});
beforeEach(() => {
	data = join(folder, 'data');
	rmSync(data, { recursive: true, force: true });
	cpSync(sound, data, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(join(data, file), 'utf8');
const change = (file: string, spoil: (text: string) => string) =>
	writeFileSync(join(data, file), spoil(read(file)));

/** What is wrong in the folder, place by place; files by their name within it. */
function faults(): FaultPosition[] {
	try {
		readDataFolder(data);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return error.places.map((place) => ({ ...place, file: place.file.slice(data.length + 1) }));
	}
	return [];
}

test('a sound folder is read whole', () => {
	expect(faults()).toEqual([]);
	expect(readDataFolder(data)).toMatchObject({
		skipped: [],
		flagged: [],
		editions: [{ id: '2026-08' }]
	});
});

describe('an observation that cannot be', () => {
	const file = join('observations', '2026-08.ndjson');
	const add = (observed: object) =>
		change(file, (text) => `${text.trimEnd()}\n${JSON.stringify(observed)}\n`);
	const flags = (today?: string) => {
		const { flagged, observations, skipped } = readDataFolder(data, undefined, today);
		return {
			flagged: flagged.map(({ line, message }) => ({ line, message })),
			observations,
			skipped
		};
	};

	test('is flagged with its line value by value, and the rest is used', () => {
		const lines = read(file).trim().split('\n').length;
		add({
			repository: 'o/r',
			observedOn: '2026-08-31',
			source: 'history',
			values: { stars: -5, forks: 7, lastCommit: '2027-01-01' }
		});
		const { flagged, observations, skipped } = flags();
		expect(flagged).toEqual([
			{
				line: lines + 1,
				message: expect.stringMatching(/^stars is unknown: implausible value -5/)
			},
			{ line: lines + 1, message: expect.stringMatching(/^lastCommit is unknown: .* lies after/) }
		]);
		expect([...observations].at(-1)?.values).toEqual({ forks: 7 });
		expect(skipped).toEqual([]);
	});

	test('of a day that has not come is flagged where the day is known', () => {
		add({ repository: 'o/r', observedOn: '2027-01-01', source: 'history', values: { stars: 5 } });
		expect(flags('2026-12-31').flagged).toEqual([
			{
				line: expect.any(Number),
				message: expect.stringContaining('2027-01-01 is in the future')
			}
		]);
		expect(flags('2027-01-01').flagged).toEqual([]);
		expect(flags().flagged).toEqual([]);
	});
});

describe('a broken line', () => {
	test.each([
		[MEMBERS, '{"project":', 'not a line of JSON'],
		[MEMBERS, '{"project":"a","name":"A","paths":["C"]}', 'expected Category / Subcategory'],
		[EDITIONS, '{"id":"2026-09"', 'not a line of JSON'],
		[EDITIONS, '{"id":"2026","date":"2026-12-31","kind":"month"}', 'id: expected YYYY-MM'],
		[EDITIONS, '{"id":"2026-09","date":"2026-09-30","kind":"year"}', 'kind: ']
	])(
		'of %s refuses the folder, for it would drop a project or an edition: %s',
		(file, line, message) => {
			const lines = read(file).trim().split('\n').length;
			appendFileSync(join(data, file), `${line}\n`);
			expect(faults()).toMatchObject([{ file, line: lines + 1 }]);
			expect(faults()[0]?.message).toContain(message);
		}
	);

	test.each(['observations/2026-08.ndjson', 'experts.ndjson', 'landscape-defects.ndjson'])(
		'of %s is named, skipped and counted',
		(file) => {
			appendFileSync(join(data, file), 'half a li\n');
			const { skipped, observations } = readDataFolder(data);
			expect([...observations]).toHaveLength(5);
			expect(skipped).toMatchObject([{ file: join(data, file), message: 'not a line of JSON' }]);
			expect(skipped[0]?.line).toBeGreaterThan(0);
		}
	);
});

describe('an edition', () => {
	test.each([
		['{"id":"2026-09","date":"2026-09-29","kind":"month"}', 'shows the state of 2026-09-30'],
		['{"id":"2026-09-02","date":"2026-09-01","kind":"night"}', 'shows the state of 2026-09-02'],
		['{"id":"2026-09-02","date":"2026-09-02","kind":"month"}', '2026-09-02 is the id of a night'],
		['{"id":"2026-09","date":"2026-09-30","kind":"night"}', '2026-09 is the id of a month'],
		['{"id":"2026-08","date":"2026-08-31","kind":"month"}', 'edition 2026-08 stands on line 1'],
		['{"id":"2026-08-31","date":"2026-08-31","kind":"night"}', 'shows the same day as 2026-08'],
		['{"id":"2026-07","date":"2026-07-31","kind":"month"}', 'the first record of the landscape is']
	])(
		'that contradicts itself, another or the records is refused with its line: %s',
		(line, message) => {
			appendFileSync(join(data, EDITIONS), `${line}\n`);
			expect(faults()).toMatchObject([{ file: EDITIONS, line: 2 }]);
			expect(faults()[0]?.message).toContain(message);
		}
	);
});

describe('a record of the landscape', () => {
	test.each(['newest.ndjson', '2026-13.ndjson', '2026-02-30.ndjson', '2026-8.ndjson'])(
		'called %s is refused: it says of no time who stood there',
		(name) => {
			cpSync(join(data, MEMBERS), join(data, 'membership', name));
			expect(faults()).toMatchObject([{ file: join('membership', name) }]);
			expect(faults()[0]?.message).toContain('expected YYYY-MM.ndjson or YYYY-MM-DD.ndjson');
		}
	);

	test('that names a project twice is refused with the second line', () => {
		const [first = ''] = read(MEMBERS).split('\n');
		appendFileSync(join(data, MEMBERS), `${first}\n`);
		expect(faults()).toMatchObject([{ file: MEMBERS, line: 6 }]);
		expect(faults()[0]?.message).toContain('stands on line 1 already');
	});

	test('that names nobody is refused', () => {
		change(MEMBERS, () => '');
		expect(faults()).toMatchObject([{ file: MEMBERS, message: 'names no project' }]);
	});
});

test.each(['membership', 'observations'])('a folder without %s is refused', (room) => {
	renameSync(join(data, room), join(data, 'elsewhere'));
	expect(faults()).toMatchObject([{ file: room }]);
	mkdirSync(join(data, room));
	if (room === 'observations') expect(faults()).toEqual([]);
});

describe('sources', () => {
	test('that stand twice are refused with the second line', () => {
		const again = '  - { id: github, name: Again, url: https://example.org, kind: api }\n';
		change('sources.yml', (text) => text + again);
		const line = read('sources.yml').trim().split('\n').length;
		expect(faults()).toMatchObject([
			{ file: 'sources.yml', line, message: 'source github stands twice' }
		]);
	});

	test.each(['landscape', 'overrides', 'github', 'git'])('without %s are refused', (id) => {
		change('sources.yml', (text) => text.replace(`id: ${id}\n`, `id: another\n`));
		expect(faults()).toMatchObject([{ file: 'sources.yml', path: 'sources' }]);
		expect(faults()[0]?.message).toContain(`there is no source ${id}`);
	});
});

describe('what settings and overrides say', () => {
	const judged = 'reason: Why., date: 2026-01-01, link: https://example.org/';
	test.each([
		['repositories', 'project: Nobody Knows, repository: o/r', 'project', 'a project Nobody Knows'],
		['renames', 'from: nobody/knows, to: nobody/ever', 'from', 'nobody/knows'],
		['retired', 'repository: nobody/knows', 'repository', 'nobody/knows'],
		['feature_complete', 'repository: nobody/knows', 'repository', 'nobody/knows'],
		['specifications', 'repository: o/r, releases: applicable', 'repository', 'o/r'],
		['foundations', 'repository: nobody/knows, foundation: F', 'repository', 'nobody/knows'],
		['owners', 'owner: nobody, type: user', 'owner', 'a repository of nobody']
	])('about nothing is refused with its line: %s', (section, entry, key, message) => {
		writeFileSync(
			join(data, 'overrides.yml'),
			`# Ours.\n${section}:\n  - { ${entry}, ${judged} }\n`
		);
		expect(faults()).toMatchObject([
			{ file: 'overrides.yml', path: `${section}.0.${key}`, line: 3 }
		]);
		expect(faults()[0]?.message).toContain(message);
	});

	test('about whoever is filed or was observed under any of its names is taken', () => {
		const [first = ''] = read(MEMBERS).split('\n');
		const { name, repository } = JSON.parse(first) as { name: string; repository: string };
		const [owner = ''] = repository.split('/');
		writeFileSync(
			join(data, 'overrides.yml'),
			[
				`repositories:\n  - { project: ${name.toUpperCase()}, repository: new/home, ${judged} }`,
				`renames:\n  - { from: ${repository}, to: newer/name, ${judged} }`,
				`retired:\n  - { repository: newer/name, ${judged} }`,
				`foundations:\n  - { repository: new/home, foundation: F, ${judged} }`,
				`owners:\n  - { owner: ${owner}, type: user, ${judged} }\n  - { owner: newer, type: user, ${judged} }\n`
			].join('\n')
		);
		expect(faults()).toEqual([]);
	});

	test('of a former box that lies nowhere today is refused with its line', () => {
		change('radar.yml', (text) =>
			text.replace(
				'former_paths: {}',
				'former_paths:\n    AutoML: Training / Evaluation\n    Old: Training / Evaluations'
			)
		);
		expect(faults()).toMatchObject([
			{
				file: 'radar.yml',
				path: 'scope.former_paths.Old',
				message: 'Training / Evaluations names no subcategory of the landscape'
			}
		]);
		expect(read('radar.yml').split('\n')[(faults()[0]?.line ?? 0) - 1]).toContain('Old');
	});
});
