import { expect, test } from 'vitest';
import { besideProgram, programsFirst } from './user-file.ts';

test.each([
	['pyproject.toml', null],
	['python/kserve/pyproject.toml', null],
	['crates/latest/Cargo.toml', null],
	['requirements/test.txt', null],
	['tests/integration/mlflow/requirements.txt', 'a test'],
	['scripts/kafka-test-helpers/docker-compose.yml', 'a test'],
	['packages/sample-app/pyproject.toml', 'an example'],
	['python/samples/adk/basic/pyproject.toml', 'an example'],
	['docs/samples/v1beta1/feast.Dockerfile', 'an example'],
	['docs/requirements.txt', 'documentation'],
	['benchmarks/ai-benchmark/Dockerfile', 'a benchmark'],
	['images/gpu/vllm/Dockerfile.x86_64', 'a container image beside the program']
])('%s: %s', (file, what) => {
	expect(besideProgram(file)).toBe(what);
});

test('programs come before examples and tests, and keep their order', () => {
	const user = (repository: string, file: string) => ({ repository, file });
	const users = [
		user('a/a', 'examples/app/package.json'),
		user('b/b', 'go.mod'),
		user('c/c', 'test/go.mod'),
		user('d/d', 'setup.py')
	];
	expect(programsFirst(users).map(({ repository }) => repository)).toEqual([
		...['b/b', 'd/d'],
		...['a/a', 'c/c']
	]);
});
