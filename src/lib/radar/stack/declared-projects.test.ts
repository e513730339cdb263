import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import { declaredProjects } from './declared-projects.ts';

const packages = parsePackages(readFileSync('data/packages.yml', 'utf8'), 'packages.yml');

test('manifests of several kinds lead to projects of the radar, with name and file', () => {
	const { found, others } = declaredProjects(
		[
			{
				path: 'pyproject.toml',
				text: '[project]\ndependencies = ["vllm", "LangChain_Core", "left-pad"]\n'
			},
			{
				path: 'go.mod',
				text: 'require (\n\tk8s.io/client-go v0.31.0\n\tgithub.com/segmentio/kafka-go v0.4.0 // indirect\n)\n'
			},
			{ path: 'compose.yaml', text: 'services:\n  db:\n    image: docker.io/library/redis:7\n' }
		],
		packages
	);
	expect(
		found.map(({ project, file, byOthers, declared }) => [project, file, byOthers, declared.direct])
	).toEqual([
		['vllm-project/vllm', 'pyproject.toml', false, true],
		['langchain-ai/langchain', 'pyproject.toml', false, true],
		['kubernetes/kubernetes', 'go.mod', false, true],
		['apache/kafka', 'go.mod', true, false],
		['redis/redis', 'compose.yaml', false, true]
	]);
	expect(others).toBe(1);
});

test('a direct declaration stands before one that others need, in any order', () => {
	const lines = ['k8s.io/api v1 // indirect', 'k8s.io/client-go v1'];
	for (const order of [lines, [...lines].reverse()]) {
		const text = `require (\n${order.map((line) => `\t${line}\n`).join('')})\n`;
		const { found } = declaredProjects([{ path: 'go.mod', text }], packages);
		expect(found).toMatchObject([{ project: 'kubernetes/kubernetes', declared: { direct: true } }]);
	}
});
