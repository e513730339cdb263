import { expect, test } from 'vitest';
import type { ListedProject } from './package-list.ts';
import { alternativesText, foundText, stackSummary, stackText } from './stack-text.ts';
import { stackQuery, yourStack } from './your-stack.ts';

const listed = (id: string, given: Partial<ListedProject> = {}): ListedProject => ({
	id,
	name: id.toUpperCase(),
	category: 'Inference',
	subcategory: 'Box',
	ring: 'trial',
	score: 60,
	verdict: [`${id} is here.`],
	alternatives: [],
	packages: {},
	byOthers: {},
	...given
});
const list = {
	edition: { id: '2026-08', date: '2026-08-31' },
	projects: [
		listed('kafka', {
			ring: 'hold',
			packages: { maven: ['org.apache.kafka'] },
			byOthers: { pypi: ['kafka-python'] },
			alternatives: [{ id: 'vllm', name: 'vLLM', ring: 'adopt', score: 80.4, part: 'Queue' }]
		}),
		listed('qdrant', {
			packages: {
				pypi: ['qdrant-client'],
				image: ['qdrant/qdrant'],
				go: ['github.com/qdrant/go-client']
			}
		}),
		listed('torch-a', { ring: null, score: null, packages: { pypi: ['torch'] } }),
		listed('torch-b', { ring: 'adopt', packages: { pypi: ['torch'] } })
	]
};
const ids = (stack: ReturnType<typeof yourStack>) =>
	stack.projects.map(({ project }) => project.id);

const requirements = { path: 'requirements.txt', text: 'Qdrant_Client\nkafka.python\nleft-pad\n' };

test('finds projects under every spelling, those in hold first', () => {
	const stack = yourStack(
		[
			requirements,
			{ path: 'go.mod', text: 'require github.com/qdrant/go-client/v2 v2.0.0 // indirect\n' }
		],
		list
	);
	expect(ids(stack)).toEqual(['kafka', 'qdrant']);
	expect(stack.projects[1]?.found.map((found) => foundText(found))).toEqual([
		'Python package Qdrant_Client, in requirements.txt',
		'Go module github.com/qdrant/go-client/v2, in go.mod, needed by something else'
	]);
	expect(stack.files).toEqual([
		{ file: 'requirements.txt', format: 'requirements.txt', names: 3, known: 2 },
		{ file: 'go.mod', format: 'go.mod', names: 1, known: 1 }
	]);
	expect(stack.others).toBe(1);
	expect(stackQuery(stack)).toBe('id:kafka,qdrant');
});

test('what is direct stands before what others need, in any order', () => {
	const lines = ['github.com/qdrant/go-client/a v1 // indirect', 'github.com/qdrant/go-client v1'];
	for (const order of [lines, [...lines].reverse()]) {
		const text = `require (\n${order.join('\n')}\n)\n`;
		const { projects } = yourStack([{ path: 'go.mod', text }], list);
		expect(projects[0]?.found.map(({ direct }) => direct)).toEqual([true, false]);
	}
});

test('a name of two projects is told of both; what is not rated stands last', () => {
	expect(ids(yourStack([{ path: null, text: 'torch\n' }], list))).toEqual(['torch-b', 'torch-a']);
});

test('a file that cannot be read is told, and the others are read', () => {
	const stack = yourStack([{ path: 'package.json', text: '{' }, requirements], list);
	expect(ids(stack)).toEqual(['kafka', 'qdrant']);
	expect(stack.problems).toMatchObject([{ file: 'package.json' }]);
});

test('too many files at once are told of', () => {
	const files = Array.from({ length: 203 }, () => requirements);
	const { problems, files: read } = yourStack(files, list);
	expect(read).toHaveLength(200);
	expect(problems[0]?.message).toMatch(/^3 more files/);
});

test('nothing of the radar', () => {
	const stack = yourStack([{ path: null, text: 'left-pad\n' }], list);
	expect(ids(stack)).toEqual([]);
	expect(stackQuery(stack)).toBe('');
	expect(stackSummary(stack)).toBe(
		'0 projects of the radar in 1 file, none in Hold. 1 other name stands for no project of the radar.'
	);
});

test('says it in words', () => {
	const stack = yourStack([requirements], list);
	expect(alternativesText(listed('none'))).toBeNull();
	expect(stackText(stack))
		.toBe(`2 projects of the radar in 1 file, 1 in Hold. 1 other name stands for no project of the radar.

KAFKA: Hold
  kafka is here.
  Python package kafka.python, in requirements.txt, made by others
  Instead: vLLM (Adopt, 80)

QDRANT: Trial
  qdrant is here.
  Python package Qdrant_Client, in requirements.txt
`);
});
