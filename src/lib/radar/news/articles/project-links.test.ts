import { describe, expect, test } from 'vitest';
import { projectLinker, type ArticleSubject, type FeedSubject } from './project-links.ts';
import { namesOf, type LinkableProject } from './project-names.ts';

const project = (
	id: string,
	name: string,
	more: Partial<LinkableProject> = {}
): LinkableProject => ({
	id,
	name,
	repositories: [`${id}/${id}`],
	homepage: `https://${id}.example.org/`,
	...more
});
const PROJECTS = [
	project('kserve', 'KServe', { homepage: 'https://kserve.github.io/website/' }),
	project('vllm', 'vLLM', {
		homepage: 'https://docs.vllm.ai/en/latest/',
		repositories: ['vllm-project/vllm']
	}),
	project('triton', 'Triton'),
	project('guidance', 'Guidance'),
	project('fluid', 'Fluid'),
	project('volcano', 'Volcano'),
	project('volcano-kthena', 'Volcano Kthena', {
		repositories: ['volcano-sh/kthena'],
		homepage: 'https://volcano.example.org/'
	}),
	project('kubeflow-katib', 'Kubeflow Katib', { repositories: ['kubeflow/katib'] }),
	project('kubeflow-pipelines', 'Kubeflow Pipelines', { repositories: ['kubeflow/pipelines'] }),
	project('csi', 'Container Storage Interface (CSI)')
];
const link = projectLinker(PROJECTS, new Set(['triton', 'guidance', 'fluid']));
const linked = (
	article: Partial<ArticleSubject>,
	feed: FeedSubject = { about: 'all', site: null }
) =>
	link({ title: 'x', firstParagraph: null, addresses: [], ...article }, feed).map(
		({ project: id, how }) => `${id} ${how}`
	);

describe('a project is linked by', () => {
	test.each([
		['its repository', 'https://github.com/KServe/kserve/releases', 'kserve address'],
		['its own host', 'https://docs.vllm.ai/en/stable/x', 'vllm address'],
		['a part of its host', 'https://blog.kubeflow-katib.example.org/x', 'kubeflow-katib address'],
		['its pages at GitHub', 'https://kserve.github.io/website/blog/x', 'kserve address']
	])('%s', (_, address, found) => expect(linked({ addresses: [address] })).toEqual([found]));

	test('its name in a title, as a whole word, as it is spelt', () => {
		expect(linked({ title: 'Announcing KServe v0.20' })).toEqual(['kserve title']);
		expect(linked({ title: 'kserve and KServes, XKServe' })).toEqual([]);
	});

	test('its name without what it says in brackets', () => {
		expect(linked({ title: 'The Container Storage Interface at ten' })).toEqual(['csi title']);
	});

	test('the longest of names that overlap', () => {
		expect(linked({ title: 'Introducing Volcano Kthena' })).toEqual(['volcano-kthena title']);
	});

	test('its last word alone, unless that is a word of everyday', () => {
		expect(linked({ title: 'Tuning RAG Pipelines with Katib' })).toEqual(['kubeflow-katib title']);
		expect(namesOf(PROJECTS[8] ?? project('', ''))).toEqual(['Kubeflow Pipelines']);
	});

	test('the first paragraph, where the title names none', () => {
		const firstParagraph = 'It runs on vLLM.';
		expect(linked({ title: 'A new engine', firstParagraph })).toEqual(['vllm paragraph']);
		expect(linked({ title: 'KServe runs anything', firstParagraph })).toEqual(['kserve title']);
	});
});

describe('a name that is ambiguous', () => {
	test.each([
		'Serving with the Triton Inference Server',
		'Guidance for the perplexed',
		'Fluid mechanics on GPUs'
	])('links nothing: %s', (title) => expect(linked({ title })).toEqual([]));

	test('links on the project’s own blog, in any case', () => {
		const feed = { about: ['fluid'], site: 'https://fluid.example.org/blog/' };
		expect(linked({ title: 'What is new in fluid 1.0' }, feed)).toEqual(['fluid own-blog']);
	});

	test('links by address', () => {
		expect(linked({ addresses: ['https://github.com/fluid/fluid'] })).toEqual(['fluid address']);
	});
});

test('the owner of a blog is not the subject of what it carries', () => {
	const feed = { about: ['vllm'], site: 'https://docs.vllm.ai/' };
	expect(
		linked({ title: 'Tracing hanging kernels', addresses: ['https://docs.vllm.ai/blog/x'] }, feed)
	).toEqual([]);
});

test('a host that two projects share links neither', () => {
	expect(linked({ addresses: ['https://volcano.example.org/blog/x'] })).toEqual([]);
});
