import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { readStackFile } from '#lib/radar/stack/read-stack-file.ts';
import { INVENTORY_FORMATS } from './formats.ts';

/** "kind name"; what only others need in brackets, what is not told with a question mark. */
const declared = (path: string | null, text: string): string[] =>
	readStackFile({ path, text }).declared.map(({ kind, name, direct }) => {
		const said = `${kind} ${name}`;
		return direct === null ? `${said}?` : direct ? said : `(${said})`;
	});

test('package-lock.json: direct is what the root and its workspaces ask for', () => {
	const text = JSON.stringify({
		lockfileVersion: 3,
		packages: {
			'': { dependencies: { redis: '^5' }, workspaces: ['ui'] },
			ui: { devDependencies: { '@scope/tool': '1' } },
			'node_modules/ui': { link: true },
			'node_modules/redis': {},
			'node_modules/@scope/tool': {},
			'node_modules/old': { name: 'real' },
			'node_modules/redis/node_modules/deep': {}
		}
	});
	expect(declared('package-lock.json', text)).toEqual([
		'npm redis',
		'npm @scope/tool',
		'(npm real)',
		'(npm deep)'
	]);
});

test('package-lock.json of version 1 does not tell what is direct', () => {
	const text = JSON.stringify({
		lockfileVersion: 1,
		dependencies: { a: { dependencies: { b: {} } }, c: {} }
	});
	expect(declared(null, text)).toEqual(['npm a?', 'npm c?', 'npm b?']);
});

test.each([
	[
		'9',
		"lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      redis: { specifier: ^5, version: 5.0.0 }\n      alias: { specifier: 'npm:@scope/real@1', version: '@scope/real@1.0.0' }\npackages:\n  redis@5.0.0: {}\n  '@scope/real@1.0.0': {}\n  'deep@1.0.0(peer@2.0.0)': {}\n"
	],
	[
		'5',
		'lockfileVersion: 5.4\ndependencies:\n  redis: 5.0.0\n  alias: /@scope/real/1.0.0\npackages:\n  /redis/5.0.0: {}\n  /@scope/real/1.0.0: {}\n  /deep/1.0.0: {}\n'
	]
])('pnpm-lock.yaml of version %s', (_, text) => {
	expect(declared('pnpm-lock.yaml', text)).toEqual(['npm redis', 'npm @scope/real', '(npm deep)']);
});

test.each([
	[
		'1',
		'# yarn lockfile v1\n\n"@scope/name@^1.0.0", "@scope/name@^1.1.0":\n  version "1.1.0"\n  dependencies:\n    redis "^5"\n\nredis@^5.0.0:\n  version "5"\n'
	],
	[
		'later',
		'__metadata:\n  version: 8\n\n"@scope/name@npm:^1.0.0":\n  version: 1.1.0\n\n"own@workspace:.":\n  version: 0\n\n"alias@npm:redis@^5":\n  version: 5\n'
	]
])('yarn.lock of version %s', (_, text) => {
	expect(declared('yarn.lock', text)).toEqual(['npm @scope/name?', 'npm redis?']);
});

test('uv.lock: the project itself is no dependency, and names what is direct', () => {
	const text = `version = 1
[[package]]
name = "own"
source = { virtual = "." }
dependencies = [{ name = "vllm" }]
[package.optional-dependencies]
rag = [{ name = "qdrant-client" }]
[package.dev-dependencies]
dev = [{ name = "pytest" }]
[[package]]
name = "vllm"
source = { registry = "https://pypi.org/simple" }
[[package]]
name = "torch"
[[package]]
name = "qdrant-client"
[[package]]
name = "pytest"
`;
	expect(declared('uv.lock', text)).toEqual([
		'pypi vllm',
		'(pypi torch)',
		'pypi qdrant-client',
		'pypi pytest'
	]);
});

test('poetry.lock and pylock.toml do not tell what is direct', () => {
	expect(declared('poetry.lock', '[[package]]\nname = "ray"\nversion = "2"\n')).toEqual([
		'pypi ray?'
	]);
	expect(declared(null, 'lock-version = "1.0"\n[[packages]]\nname = "ray"\n')).toEqual([
		'pypi ray?'
	]);
});

test('Kubernetes: images of any kind in any document, and as Helm’s values part them', () => {
	const text = `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      initContainers: [{ name: a, image: busybox@sha256:00 }]
      containers:
        - image: vllm/vllm-openai:v0.6.0
---
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
spec: { predictor: { containers: [{ image: 'registry:5000/own/model:1' }] } }
`;
	expect(declared('deploy.yaml', text)).toEqual([
		'image busybox',
		'image vllm/vllm-openai',
		'image registry:5000/own/model'
	]);
	expect(
		declared('values.yaml', 'image: { registry: quay.io, repository: own/thing, tag: 1 }\n')
	).toEqual(['image quay.io/own/thing']);
});

test('CycloneDX: components at any depth; of the root only an image', () => {
	const text = JSON.stringify({
		bomFormat: 'CycloneDX',
		metadata: { component: { 'bom-ref': 'root', purl: 'pkg:npm/own@1' } },
		components: [
			{ 'bom-ref': 'a', purl: 'pkg:npm/%40scope/name@1.0.0' },
			{
				'bom-ref': 'b',
				purl: 'pkg:pypi/torch@2',
				components: [{ purl: 'pkg:golang/k8s.io/api@v1' }]
			},
			{ name: 'without an address' }
		],
		dependencies: [{ ref: 'root', dependsOn: ['a'] }]
	});
	expect(declared('sbom.json', text)).toEqual([
		'npm @scope/name',
		'(pypi torch)',
		'(go k8s.io/api)'
	]);
	const image = JSON.stringify({
		bomFormat: 'CycloneDX',
		metadata: { component: { purl: 'pkg:docker/vllm/vllm-openai@sha256:00' } }
	});
	expect(declared(null, image)).toEqual(['image vllm/vllm-openai']);
});

test.each([
	['as it is', (sbom: object) => sbom],
	['as GitHub gives it', (sbom: object) => ({ sbom })]
])('SPDX 2.3, %s', (_, wrapped) => {
	const package_ = (id: string, purl: string) => ({
		SPDXID: id,
		externalRefs: [{ referenceType: 'purl', referenceLocator: purl }]
	});
	const text = JSON.stringify(
		wrapped({
			spdxVersion: 'SPDX-2.3',
			packages: [
				package_('root', 'pkg:github/own/thing'),
				package_('a', 'pkg:pypi/vllm@0.6'),
				package_('b', 'pkg:maven/org.apache.kafka/kafka-clients@3')
			],
			relationships: [
				{
					spdxElementId: 'DOC',
					relationshipType: 'DESCRIBES',
					relatedSpdxElement: 'root'
				},
				{ spdxElementId: 'root', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'a' }
			]
		})
	);
	expect(declared('sbom.json', text)).toEqual([
		'pypi vllm',
		'(maven org.apache.kafka:kafka-clients)'
	]);
});

test('SPDX 3.0', () => {
	const text = JSON.stringify({
		'@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
		'@graph': [
			{ type: 'software_Package', software_packageUrl: 'pkg:pypi/ray@2' },
			{
				externalIdentifier: [
					{ externalIdentifierType: 'packageUrl', identifier: 'pkg:cargo/tokio@1' }
				]
			}
		]
	});
	expect(declared(null, text)).toEqual(['pypi ray?', 'cargo tokio?']);
});

describe('a text without a name is known by what it holds', () => {
	test.each([
		['package.json', '{ "dependencies": { "redis": "1" } }', ['npm redis']],
		[
			'requirements.txt',
			'# own\nvllm==0.6\nray[serve] ; python_version > "3"\n',
			['pypi vllm', 'pypi ray']
		],
		['pyproject.toml', '[project]\ndependencies = ["vllm"]\n', ['pypi vllm']],
		['go.mod', 'module example.org/own\n\nrequire k8s.io/api v0.1.0\n', ['go k8s.io/api']],
		['compose.yaml', 'services:\n  db: { image: redis }\n', ['image redis']],
		[
			'Chart.yaml',
			'apiVersion: v2\nname: own\ndependencies:\n  - name: qdrant\n',
			['chart qdrant']
		],
		['Dockerfile', 'FROM vllm/vllm-openai:1\nRUN true\n', ['image vllm/vllm-openai']]
	])('%s', (format, text, names) => {
		expect(readStackFile({ path: null, text }).format).toBe(format);
		expect(declared(null, text)).toEqual(names);
	});

	test('an odd name is no obstacle', () => {
		expect(declared('my deps (2).txt', 'vllm\n')).toEqual(['pypi vllm']);
	});

	test('line ends of Windows and a byte order mark are none either', () => {
		expect(declared('go.mod', '\uFEFFmodule own\r\nrequire k8s.io/api v1\r\n')).toEqual([
			'go k8s.io/api'
		]);
	});
});

describe('what cannot be read says file, line and what to do', () => {
	test.each([
		['notes.md', '# A heading\n\nProse, with a comma.\n', null, /is none of these: package\.json/],
		['package.json', '  ', null, /is empty/],
		['package-lock.json', '{\n"packages": {,}}', 2, /not valid JSON/],
		['uv.lock', '[[package]]\nname = \n', 2, /not valid TOML/],
		['deploy.yaml', 'apiVersion: v1\nkind: Pod\nspec: {{ .Values.spec }}\n', 3, /helm template/],
		['deploy.yaml', 'apiVersion: v1\nkind: Pod\nspec: [\n', 4, /not valid YAML/]
	])('%s', (path, text, line, message) => {
		try {
			readStackFile({ path, text });
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: path, line });
			expect(error.places[0]?.message).toMatch(message);
		}
	});
});

test('any JSON is read or refused by every format of JSON, never anything else', () => {
	const value = fc.jsonValue();
	const heads = [
		{ bomFormat: 'CycloneDX' },
		{ spdxVersion: 'SPDX-2.3' },
		{ lockfileVersion: 3 },
		{ sbom: { spdxVersion: 'x' } }
	];
	const keys = ['packages', 'components', 'metadata', 'dependencies', 'relationships', '@graph'];
	fc.assert(
		fc.property(
			fc.constantFrom(...heads),
			fc.dictionary(fc.constantFrom(...keys), value),
			(head, rest) => {
				const { declared: found } = readStackFile({
					path: null,
					text: JSON.stringify({ ...rest, ...head })
				});
				for (const { name } of found) expect(name).not.toBe('');
			}
		)
	);
});

test('any text is read or refused by every format', () => {
	const text = fc.oneof(
		fc.string(),
		fc
			.array(
				fc.constantFrom(
					'apiVersion: v1\n',
					'kind: x\n',
					'---\n',
					'- ',
					'image: a',
					'\n',
					'&a *a',
					'[',
					'{',
					'[[package]]\n',
					'name = "x"\n',
					'a@npm:b@1:\n'
				),
				{ maxLength: 20 }
			)
			.map((all) => all.join(''))
	);
	fc.assert(
		fc.property(fc.constantFrom(...INVENTORY_FORMATS), text, ({ read }, given) => {
			try {
				for (const { name } of read(given, 'file')) expect(name).not.toBe('');
			} catch (error) {
				expect(error).toBeInstanceOf(InputError);
			}
		})
	);
});
