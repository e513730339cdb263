import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	factOf,
	fileOf,
	projectOf,
	roleOf,
	smallEdition
} from '../../../../../tests/fixtures/guide/small-guide.ts';
import { answersIn } from './match-answers.ts';
import { projectsIn } from './match-names.ts';
import { LONGEST_QUESTION } from './longest-question.ts';
import { questionReader } from './match.ts';
import { measure } from './measure.ts';
import { termReader } from './stems.ts';
import { indexed } from '#lib/radar/guide/facts/use-cases-index.ts';

const useCase = (id: string, words: string[]) => ({
	id,
	title: id,
	group: 'Some',
	says: `We want ${id}.`,
	from: [],
	opea: [],
	words,
	assume: {},
	base: true,
	needs: [{ role: 'engine', need: 'must' as const }]
});
const useCases = indexed(
	fileOf({
		roles: [roleOf('engine')],
		projects: {
			vllm: [factOf('engine')],
			'volcano-kthena': [factOf('engine')],
			fluid: [factOf('engine')]
		},
		same_words: [['gpu', 'graphics card', 'accelerator']],
		ambiguous_names: [{ project: 'fluid', reason: 'An everyday word.' }],
		questions: [
			{
				id: 'where',
				ask: 'Where?',
				options: [
					{ id: 'machine', label: 'One machine', words: ['one machine'] },
					{ id: 'clusters', label: 'Many', words: ['clusters'] }
				]
			},
			{
				id: 'models',
				ask: 'Whose?',
				options: [
					{ id: 'own', label: 'Own', words: ['own ... gpus', 'self hosted'] },
					{ id: 'hosted', label: 'Hosted', words: ['openai', 'hosted'] }
				]
			}
		],
		use_cases: [
			useCase('sharing', ['gpu', 'fractional gpu', 'quota']),
			useCase('search', ['embeddings', 'nearest neighbour']),
			useCase('training', ['train', 'checkpoint']),
			useCase('serving', ['endpoint', 'throughput'])
		]
	})
);
const edition = smallEdition(useCases, [
	projectOf('vllm', { name: 'vLLM' }),
	projectOf('volcano-kthena', { name: 'Volcano Kthena' }),
	projectOf('volcano', { name: 'Volcano' }),
	projectOf('fluid', { name: 'Fluid' })
]);
/** In so small a world a word tells less than among all use cases. */
const read = questionReader(useCases, edition, { match: { none: 1, everyday: 4 } });

describe('a question in words', () => {
	test('finds the use case by its words, in any form and under other names', () => {
		for (const text of ['fractional GPUs', 'several graphics cards and quotas', 'an accelerator']) {
			expect(read(text).useCases[0]?.useCase).toBe('sharing');
		}
		expect(read('Nearest neighbours of an embedding').useCases[0]?.useCase).toBe('search');
	});

	test('forgives a letter', () => {
		expect(read('checkpoimt of an endpoint').useCases.map((one) => one.useCase)).toContain(
			'training'
		);
	});

	test('gives at most three, the best first', () => {
		const { useCases: found } = read('gpu embeddings checkpoint endpoint throughput');
		expect(found).toHaveLength(3);
		expect([...found].sort((a, b) => b.score - a.score)).toEqual(found);
	});

	test.each(['', 'how do I train my dog', 'best pasta recipe', '???', '漢字'])(
		'that is about something else finds nothing: %j',
		(text) => expect(read(text).useCases).toEqual([])
	);

	test('of any kind is read without a fault, and alike each time', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 700, size: 'max' }), (text) => {
				expect(read(text)).toEqual(read(text));
				expect(read(text.slice(0, LONGEST_QUESTION))).toEqual(read(text));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('answers in a question', () => {
	test.each([
		['on our own eight H100 GPUs', { models: 'own' }],
		['own a shop and later maybe buy one or two gpus', {}],
		['for one machine behind the OpenAI API', { where: 'machine', models: 'hosted' }],
		['over many clusters, self-hosted', { where: 'clusters', models: 'own' }],
		['our cluster', {}]
	])('%s', (text, answers) => expect(answersIn(text, useCases)).toEqual(answers));
});

describe('projects in a question', () => {
	const named = (text: string) => projectsIn(text, useCases, edition.projects);

	test.each([
		['we run vLLM already', ['vllm'], []],
		['volcano-kthena on a cluster', ['volcano-kthena'], []],
		['Volcano Kthena and Volcano', ['volcano-kthena'], []],
		['without vllm', [], ['vllm']],
		['something other than vLLM', [], ['vllm']],
		['replace vLLM by Volcano', ['volcano'], ['vllm']],
		['vllm or volcano', [], []],
		['a fluid design', [], []],
		['vllms', [], []]
	])('%s', (text, pins, excluded) => expect(named(text)).toEqual({ pins, excluded }));
});

test('words of one meaning are one term, and everyday words none', () => {
	const terms = termReader([['finetune', 'fine tuning', 'fine tune']]);
	expect(terms('Fine-tuning of a quantised model')).toEqual(['finetun', 'quantiz', 'model']);
	expect(terms('fine-tune quantized models')).toEqual(['finetun', 'quantiz', 'model']);
	expect(terms('what is the best')).toEqual([]);
});

test('the measurement counts first places, first three and off-topic questions', () => {
	const measured = measure(
		[
			{ useCase: 'sharing', question: 'gpu quota' },
			{ useCase: 'training', question: 'gpu quota, and a checkpoint' },
			{ useCase: 'search', question: 'throughput of an endpoint' },
			{ useCase: 'none', question: 'pasta' },
			{ useCase: 'none', question: 'gpu' }
		],
		read
	);
	expect(measured).toMatchObject({
		asked: 3,
		first: 1,
		firstThree: 2,
		offTopic: 2,
		offTopicKnown: 1
	});
	expect(measured.misses.map(({ meant }) => meant)).toEqual(['search', 'none']);
});
