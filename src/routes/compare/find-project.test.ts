import { describe, expect, test } from 'vitest';
import { askedBeside, findProject } from './find-project.ts';

const projects = [
	{ id: 'kserve', name: 'KServe' },
	{ id: 'ray', name: 'Ray' },
	{ id: 'kuberay', name: 'Kuberay' },
	{ id: 'kueue', name: 'Kueue' }
];

describe('projectMeant', () => {
	test.each([
		['kserve', 'kserve'],
		[' KServe ', 'kserve'],
		['serve', 'kserve'],
		['ray', 'ray'],
		['kube', 'kuberay']
	])('%s means %s', (text, id) => {
		expect(findProject(text, projects)?.id).toBe(id);
	});

	test.each(['', '  ', 'ku', 'nope'])('“%s” means none, or several', (text) => {
		expect(findProject(text, projects)).toBeNull();
	});
});

test.each([
	['serve', { added: 'kserve', already: undefined, unknown: [] }],
	['Ray', { added: undefined, already: 'ray', unknown: [] }],
	[' moon ', { added: undefined, already: undefined, unknown: ['moon'] }],
	['', { added: undefined, already: undefined, unknown: [] }]
])('“%s” beside Ray', (text, expected) => {
	const { added, already, unknown } = askedBeside(text, projects, ['ray']);
	expect({ added: added?.id, already: already?.id, unknown }).toEqual(expected);
});
