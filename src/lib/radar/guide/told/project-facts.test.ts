import { expect, test } from 'vitest';
import { indexed } from '#lib/radar/guide/facts/use-cases-index.ts';
import {
	factOf,
	fileOf,
	projectOf,
	smallEdition
} from '../../../../../tests/fixtures/guide/small-guide.ts';
import { projectFacts } from './project-facts.ts';

const useCases = indexed(
	fileOf({
		projects: { vllm: [factOf('engine', { note: 'serves models' })] },
		works_with: [
			{ a: 'kserve', b: 'vllm', source: 'landscape' },
			{ a: 'vllm', b: 'gone', source: 'landscape' }
		]
	})
);
const edition = smallEdition(useCases, [projectOf('vllm'), projectOf('kserve')]);

test('a project is told with its parts, the use cases that need them, and its partners', () => {
	const { roles, partners } = projectFacts({ useCases, edition }, 'vllm');
	expect(roles).toMatchObject([
		{
			role: 'engine',
			note: 'serves models',
			useCases: [{ id: 'serve', need: 'must' }],
			source: { text: 'the landscape’s own text' }
		}
	]);
	expect(partners.map(({ id }) => id)).toEqual(['kserve']);
	expect(projectFacts({ useCases, edition }, 'kserve')).toMatchObject({
		roles: [],
		partners: [{ id: 'vllm' }]
	});
});

test('of a project that was not looked at nothing is said', () => {
	expect(projectFacts({ useCases, edition }, 'other')).toEqual({ roles: [], partners: [] });
});
