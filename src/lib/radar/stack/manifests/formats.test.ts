import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { MANIFEST_FORMATS, manifestFormat, readManifest } from './formats.ts';

/** What a manifest declares, as "kind name"; what is not direct in brackets. */
const declared = (path: string, text: string): string[] =>
	readManifest(path, text).map(({ kind, name, direct }) =>
		direct ? `${kind} ${name}` : `(${kind} ${name})`
	);

test.each([
	['go.mod', 'go.mod'],
	['server/go.mod', 'go.mod'],
	['go.module', null],
	['ui/package.json', 'package.json'],
	['package-lock.json', null],
	['requirements.in', 'requirements.txt'],
	['requirements-gpu.txt', 'requirements.txt'],
	['dev-requirements.txt', 'requirements.txt'],
	['requirements/agent.txt', 'requirements.txt'],
	['notes.txt', null],
	['docker-compose.infra.yml', 'compose.yaml'],
	['compose.yaml', 'compose.yaml'],
	['Dockerfile.uv.cu130', 'Dockerfile'],
	['feast_server.Dockerfile', 'Dockerfile'],
	['build.gradle.kts', 'build.gradle'],
	['charts/x/Chart.yaml', 'Chart.yaml'],
	['environment.yml', 'environment.yml'],
	['README.md', null]
])('%s is read as %s', (path, id) => {
	expect(manifestFormat(path)?.id ?? null).toBe(id);
});

test('go.mod: blocks and single lines, what is indirect told apart', () => {
	const text = `module example.org/own

go 1.24
require example.org/single v1.2.3
require (
	k8s.io/api v0.31.0
	"example.org/quoted" v1.0.0 // a remark
	example.org/pulled v1.0.0 // indirect
)
replace example.org/other => ../other
`;
	expect(declared('go.mod', text)).toEqual([
		'go example.org/single',
		'go k8s.io/api',
		'go example.org/quoted',
		'(go example.org/pulled)'
	]);
});

test('package.json: every field of dependencies, aliases by their real names, each once', () => {
	const text = JSON.stringify({
		name: 'own',
		dependencies: { redis: '^5', old: 'npm:@scope/real@1.0.0' },
		devDependencies: { redis: '^5', vitest: '1' },
		peerDependencies: { react: '*' }
	});
	expect(declared('package.json', text)).toEqual([
		'npm redis',
		'npm @scope/real',
		'npm vitest',
		'npm react'
	]);
});

test('pyproject.toml: the standard, Poetry, uv and groups, without what only builds it', () => {
	const text = `[build-system]
requires = ["setuptools"]
[project]
dependencies = ["langchain[all]>=0.1; python_version > '3.9'", "mcp @ https://example.org/mcp.whl"]
[project.optional-dependencies]
rag = ["qdrant-client~=1.9"]
[dependency-groups]
dev = ["pytest", { include-group = "docs" }]
[tool.poetry.dependencies]
python = "^3.11"
vllm = { version = "*", optional = true }
[tool.poetry.group.test.dependencies]
ragas = "*"
[tool.uv]
dev-dependencies = ["ruff"]
`;
	expect(declared('pyproject.toml', text)).toEqual([
		'pypi langchain',
		'pypi mcp',
		'pypi qdrant-client',
		'pypi pytest',
		'pypi ruff',
		'pypi vllm',
		'pypi ragas'
	]);
});

test('setup.py: lists and extras as they are written, keys left out', () => {
	const text = `from setuptools import setup
REQUIRED_PACKAGES = ['torch>=2', "numpy"]  # 'commented'
extras = {}
extras['gpu'] = ['triton']
setup(
    name='own',
    install_requires=REQUIRED_PACKAGES + ['mlflow[extras]<3'],
    extras_require={'dev': ['pytest'], "docs": ["sphinx"]},
    packages=['own'],
)
`;
	expect(declared('setup.py', text)).toEqual([
		'pypi torch',
		'pypi numpy',
		'pypi triton',
		'pypi pytest',
		'pypi sphinx'
	]);
});

test('setup.cfg: requirements and extras, no other field', () => {
	const text = `[metadata]
name = own
[options]
packages = find:
install_requires =
    grpcio>=1.57
    protobuf  # a remark
[options.extras_require]
agents =
    weaviate-agents>=1.0
`;
	expect(declared('setup.cfg', text)).toEqual([
		'pypi grpcio',
		'pypi protobuf',
		'pypi weaviate-agents'
	]);
});

test('requirements.txt: options, remarks, continued lines and addresses', () => {
	const text = `# a remark
--extra-index-url https://example.org/simple
-r base.txt
ray[serve]==2.9.0 \\
    --hash=sha256:00
-e git+https://example.org/x.git#egg=own-thing
./local
kfp
feast>=0.40 # why
`;
	expect(declared('requirements.txt', text)).toEqual([
		'pypi ray',
		'pypi own-thing',
		'pypi kfp',
		'pypi feast'
	]);
});

test('Cargo.toml: every table, for targets and the workspace, renamed ones by their real names', () => {
	const text = `[package]
name = "own"
[dependencies]
qdrant-client = "1"
short = { package = "long-name", version = "1" }
[dev-dependencies]
redis = "0.25"
[target.'cfg(unix)'.dependencies]
nix = "0.29"
[workspace.dependencies]
opentelemetry = "0.24"
`;
	expect(declared('Cargo.toml', text)).toEqual([
		'cargo qdrant-client',
		'cargo long-name',
		'cargo redis',
		'cargo opentelemetry',
		'cargo nix'
	]);
});

test('pom.xml: dependencies and managed ones, not those of plugins', () => {
	const text = `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.own</groupId></parent>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>core</artifactId></dependency>
  </dependencies>
  <dependencyManagement><dependencies>
    <dependency><groupId>io.prometheus</groupId><artifactId>simpleclient</artifactId></dependency>
  </dependencies></dependencyManagement>
  <build><plugins><plugin><dependencies>
    <dependency><groupId>com.example</groupId><artifactId>tool</artifactId></dependency>
  </dependencies></plugin></plugins></build>
</project>`;
	expect(declared('pom.xml', text)).toEqual([
		'maven org.apache.kafka:kafka-clients',
		'maven org.own:core',
		'maven io.prometheus:simpleclient'
	]);
});

test('build.gradle: short and long forms in both languages', () => {
	const text = `plugins { id 'java' }
dependencies {
    implementation 'io.milvus:milvus-sdk-java:2.4.0'
    testImplementation(platform("io.opentelemetry:opentelemetry-bom:1.40"))
    runtimeOnly group: 'redis.clients', name: 'jedis', version: '5'
    // api 'com.example:commented:1'
}
`;
	expect(declared('build.gradle', text)).toEqual([
		'maven io.milvus:milvus-sdk-java',
		'maven io.opentelemetry:opentelemetry-bom',
		'maven redis.clients:jedis'
	]);
});

test('Compose: images with their defaults, none of what is built or not known', () => {
	const text = `services:
  db: { image: 'qdrant/qdrant:\${VERSION:-latest}' }
  cache: { image: "\${REGISTRY:-docker.io}/library/redis:7" }
  own: { build: . }
  other: { image: '\${IMAGE}' }
`;
	expect(declared('compose.yaml', text)).toEqual([
		'image qdrant/qdrant',
		'image docker.io/library/redis'
	]);
});

test('Dockerfile: images without stages, and what is installed', () => {
	const text = `ARG BASE=vllm/vllm-openai
FROM --platform=linux/amd64 \${BASE}:v1 AS builder
# FROM commented/out
FROM scratch
COPY --from=builder /a /b
COPY --from=otel/opentelemetry-collector:0.1 /c /d
RUN apt-get update && apt-get install -y --no-install-recommends \\
    libopenmpi-dev=4.1 \\
    curl && rm -rf /var/lib
RUN pip install --no-cache-dir -r requirements.txt "ray[serve]>=2" ./local -i https://example.org/simple kserve
RUN echo pip
`;
	expect(declared('Dockerfile', text)).toEqual([
		'image vllm/vllm-openai',
		'image otel/opentelemetry-collector',
		'debian libopenmpi-dev',
		'debian curl',
		'pypi ray',
		'pypi kserve'
	]);
});

test('environment.yml and Chart.yaml', () => {
	const environment =
		'dependencies:\n  - python=3.11\n  - conda-forge::mlflow=2\n  - pip:\n    - unsloth\n';
	expect(declared('environment.yml', environment)).toEqual(['pypi mlflow', 'pypi unsloth']);
	const chart = 'name: own\ndependencies:\n  - { name: qdrant, version: 1.x.x }\n';
	expect(declared('Chart.yaml', chart)).toEqual(['chart qdrant']);
});

describe('what cannot be read says file and line', () => {
	test.each([
		['package.json', '{\n  "dependencies": {,}\n}', 2],
		['pyproject.toml', '[project]\nname = "a"\nname = "b"\n', 3],
		['Cargo.toml', '[dependencies\n', 1],
		['compose.yaml', 'services:\n  a: [\n', 3],
		['pom.xml', '<project>\n<a></b>\n</project>', 2]
	])('%s', (path, text, line) => {
		try {
			readManifest(path, text);
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: path, line });
		}
	});
});

test('what is empty or no manifest declares nothing', () => {
	expect(MANIFEST_FORMATS.flatMap(({ id }) => readManifest(id, ' \n'))).toEqual([]);
	expect(readManifest('README.md', 'require example.org/x v1')).toEqual([]);
	expect(readManifest('package.json', '[]')).toEqual([]);
	expect(readManifest('compose.yaml', 'services: none')).toEqual([]);
});

test('any text is read or refused, never anything else', () => {
	const format = fc.constantFrom(...MANIFEST_FORMATS);
	const piece = fc.constantFrom(
		'require (',
		'a.b/c v1',
		'[',
		']',
		'{',
		'}',
		'"',
		"'",
		'install_requires=',
		'\\',
		'\n',
		' ',
		'- ',
		'dependencies:',
		'image: x',
		'<dependency>',
		'</dependency>',
		'FROM x AS y',
		'${',
		'pip install a',
		'=',
		'#'
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))
	);
	fc.assert(
		fc.property(format, text, ({ id }, given) => {
			try {
				for (const { name } of readManifest(id, given)) expect(name).not.toBe('');
			} catch (error) {
				expect(error).toBeInstanceOf(InputError);
			}
		})
	);
});
