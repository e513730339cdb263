import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { MANIFEST_KINDS, namesAbove, packageKey } from './package-names.ts';
import { parsePackages } from './packages.ts';

const SOUND = `projects:
  - project: qdrant/qdrant
    packages:
      - { registry: pypi, name: qdrant-client, role: client, verified: 'qdrant/qdrant-client: pyproject.toml', date: 2026-05-11 }
    manifest: { go: [github.com/qdrant/go-client], image: [qdrant/qdrant], maven: [io.qdrant] }
    images: [qdrant/qdrant]
  - project: apache/kafka
    manifest: { maven: [org.apache.kafka] }
    by_others: { go: [github.com/segmentio/kafka-go], npm: [kafkajs] }
  - project: apache/yunikorn-core
    adopters: { repository: apache/site, path: users.md, form: table }
not_counted:
  - { project: apache/kafka, kind: pypi, name: kafka-tools, reason: Another project. }
`;
const packages = parsePackages(SOUND, 'packages.yml', (name) =>
	name === 'old/name' ? 'qdrant/qdrant' : name
);

test('a project is found under any of its names', () => {
	expect(packages.of('QDRANT/qdrant')?.images).toEqual(['qdrant/qdrant']);
	expect(packages.of('old/name')?.project).toBe('qdrant/qdrant');
	expect(packages.of('other/thing')).toBeNull();
});

test.each([
	['pypi', 'Qdrant_Client', 'qdrant/qdrant', false],
	['go', 'github.com/qdrant/go-client/v2', 'qdrant/qdrant', false],
	['image', 'docker.io/qdrant/qdrant:v1.9@sha256:0', 'qdrant/qdrant', false],
	['maven', 'io.qdrant:client', 'qdrant/qdrant', false],
	['maven', 'org.apache.kafka.connect:api', 'apache/kafka', false],
	['go', 'github.com/segmentio/kafka-go', 'apache/kafka', true],
	['npm', 'KafkaJS', 'apache/kafka', true]
] as const)('%s %s declares %s', (kind, name, project, byOthers) => {
	expect(packages.declared(kind, name)).toMatchObject({ project, byOthers });
});

test.each([
	['go', 'github.com/qdrant/go-client-extra'],
	['maven', 'io.qdrantx:client'],
	['pypi', 'kafka-tools'],
	['npm', 'qdrant-client']
] as const)('%s %s declares no project', (kind, name) => {
	expect(packages.declared(kind, name)).toBeNull();
});

test('an image is named alike with and without host and tag', () => {
	for (const name of ['library/redis', 'docker.io/library/redis:7', 'redis@sha256:1']) {
		expect(packageKey('image', name)).toBe('redis');
	}
	expect(packageKey('image', 'quay.io:443/a/b:1')).toBe('quay.io:443/a/b');
});

test('a spelling that is made one stays one, and is the first of the names above it', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...MANIFEST_KINDS),
			fc.stringMatching(/^[\w./:@-]+$/),
			(kind, name) => {
				const key = packageKey(kind, name);
				expect(packageKey(kind, key)).toBe(packageKey(kind, packageKey(kind, key)));
				expect(namesAbove(kind, name)[0]).toBe(key);
			}
		)
	);
});

describe('mappings that are refused, with path and line', () => {
	const pypi = (name: string) =>
		`      - { registry: pypi, name: ${name}, role: main, verified: 'a/b: pyproject.toml', date: 2026-01-01 }\n`;
	test.each([
		[
			'a package twice, in two spellings',
			`projects:\n  - project: a/b\n    packages:\n${pypi('some-thing')}  - project: a/c\n    packages:\n${pypi('Some_Thing')}`,
			'projects.1.packages.0.name',
			7
		],
		[
			'a name of a manifest that another project has',
			'projects:\n  - project: a/b\n    manifest: { npm: [x] }\n  - project: a/c\n    by_others: { npm: [x] }\n',
			'projects.1.by_others.npm.0',
			5
		],
		['a project twice', 'projects:\n  - project: a/b\n  - project: A/B\n', 'projects.1.project', 3],
		[
			'a registry that does not exist',
			"projects:\n  - project: a/b\n    packages:\n      - { registry: cpan, name: x, role: main, verified: 'a/b@0123456: f' }\n",
			'projects.0.packages.0.registry',
			4
		],
		[
			'neither day nor commit',
			"projects:\n  - project: a/b\n    packages:\n      - { registry: pypi, name: x, role: main, verified: 'a/b: f' }\n",
			'projects.0.packages.0.date',
			4
		],
		[
			'a form that no list has',
			'projects:\n  - project: a/b\n    adopters: { repository: a/b, path: f, form: prose }\n',
			'projects.0.adopters.form',
			3
		],
		[
			'a name that counts and does not count',
			'projects:\n  - project: a/b\n    manifest: { npm: [x] }\nnot_counted:\n  - { project: a/b, kind: npm, name: x, reason: Why. }\n',
			'not_counted.0.name',
			5
		]
	])('%s', (_, text, path, line) => {
		try {
			parsePackages(text, 'packages.yml');
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: 'packages.yml', path, line });
		}
	});
});

test('projects that nothing knows are named with their line', () => {
	const places = packages.unmatched(['apache/kafka', 'Apache/YuniKorn-Core']);
	expect(places).toMatchObject([{ file: 'packages.yml', path: 'projects.0.project', line: 2 }]);
	expect(packages.unmatched(['apache/kafka', 'apache/yunikorn-core', 'old/name'])).toEqual([]);
});

test('the published mapping is sound', () => {
	const published = parsePackages(readFileSync('data/packages.yml', 'utf8'), 'packages.yml');
	expect(published.declared('pypi', 'vllm')?.project).toBe('vllm-project/vllm');
	expect(published.declared('go', 'github.com/tmc/langchaingo')).toBeNull();
});
