import { beforeAll, expect, test, vi } from 'vitest';
import { createFuzzySearch } from '#lib/radar/explore/fuzzy.ts';
import { bestFirst, createSearch } from '#lib/radar/explore/search.ts';
import { nearestProjects } from '#lib/radar/explore/suggestions.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ hookTimeout: 120_000 });

let blips: readonly Blip[];

beforeAll(() => {
	const { site, close } = openSeededSite();
	const newest = site.edition(null);
	if (newest === null) throw new Error('no edition');
	blips = site.view(newest).blips;
	return close;
});

function found(query: string): Blip[] {
	const result = createSearch(blips)(query, () => createFuzzySearch(blips));
	return result === null ? [] : bestFirst(result, blips);
}

test.each([
	['MCP', 'modelcontextprotocol'],
	['Model Context Protocol', 'modelcontextprotocol'],
	['Modelcontextprotocol', 'modelcontextprotocol'],
	['a2a', 'agent2agent'],
	['TGI', 'text-generation-inference-tgi'],
	['k8s', 'kubernetes'],
	['wandb', 'weight-and-biases-wandb'],
	['ADK', 'agent-development-kit'],
	['TFX', 'tensorflow-extended-tfx'],
	['otel', 'opentelemetry'],
	['LWS', 'leaderworkerset'],
	['open policy agent', 'opa-gatekeeper'],
	['crewai', 'crew-ai'],
	['nvidia nemo', 'nivida-nemo'],
	['vlm', 'vllm'],
	['mivlus', 'milvus'],
	['langchian', 'langchain'],
	['kubernets', 'kubernetes'],
	['github.com/kserve/kserve', 'kserve'],
	['https://github.com/kserve/kserve.git', 'kserve'],
	['https://github.com/kserve/kserve/tree/master', 'kserve'],
	['git@github.com:vllm-project/vllm.git', 'vllm'],
	['ｖｌｌｍ', 'vllm'],
	['llama', 'llama-cpp'],
	['langgraph mit', 'langgraph']
])('"%s" finds %s first', (query, id) => {
	expect(found(query)[0]?.id).toBe(id);
});

test.each([
	['vector db', 'Vector Database', 8],
	['vector database', 'Vector Database', 8],
	['apache vector', 'Vector Database', 5],
	['vector database license:apache', 'Vector Database', 5],
	['gpu', 'Accelerator and SuperPod', 3],
	['fine tuning', 'Post Training', 7],
	['tracing', 'Observability', 14]
])('"%s" finds first what is in %s', (query, subcategory, count) => {
	const hits = found(query);
	expect(hits.length).toBeGreaterThanOrEqual(count - 2);
	expect(hits[0]?.paths.map((path) => path.subcategory)).toContain(subcategory);
});

test('"llm serving" finds projects of the segment Inference, none on hold first', () => {
	expect(found('llm serving')[0]).toMatchObject({ category: 'Inference' });
	expect(found('llm serving')[0]?.ring).not.toBe('hold');
});

test('"apache" finds those named so, not all under the licence', () => {
	expect(
		found('apache').every(({ name, repository }) => /apache/i.test(`${name} ${repository}`))
	).toBe(true);
});

test('"mit" and "permissive", which name no project, find by licence', () => {
	expect(found('mit').every(({ license }) => license === 'MIT')).toBe(true);
	expect(found('permissive').every(({ licenseClass }) => licenseClass === 'permissive')).toBe(true);
});

test('what nothing is called has near names', () => {
	expect(nearestProjects('langchian', blips)[0]?.id).toBe('langchain');
});
