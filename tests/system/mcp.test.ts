import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TOOLS } from '#lib/radar/tools/tools.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { callTool } from '../fixtures/mcp-calls.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
let folder: string;
const client = new Client({ name: 'test', version: '1.0.0' });
const call = (name: string, args?: Record<string, unknown>) => callTool(client, name, args);

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'radar-mcp-'));
	const path = join(folder, 'radar.db');
	const db = openForWriting(path);
	seedDatabase(db, readDataFolder(join(ROOT, 'data')));
	db.$client.close();
	await client.connect(
		new StdioClientTransport({
			command: process.execPath,
			args: ['scripts/radar.ts', 'mcp'],
			cwd: ROOT,
			env: { DATABASE_PATH: path },
			stderr: 'inherit'
		})
	);
});
afterAll(async () => {
	await client.close();
	rmSync(folder, { recursive: true });
});

test('every tool is listed, reads only, and says what it takes and gives', async () => {
	const { tools } = await client.listTools();
	expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ tool }) => tool.name));
	for (const { description, annotations, inputSchema, outputSchema } of tools) {
		expect(description?.length).toBeGreaterThan(30);
		expect(annotations?.readOnlyHint).toBe(true);
		expect(inputSchema.type).toBe('object');
		expect(outputSchema?.type).toBe('object');
	}
});

describe.each([
	['use_cases', {}],
	['use_cases', { question: 'share gpus between several teams' }],
	['recommend_stack', { useCase: 'rag', answers: { where: 'cluster' }, pins: ['qdrant'] }],
	['search_projects', { query: 'ring:adopt lang:go' }],
	['explain_project', { project: 'vLLM' }],
	['compare_projects', { projects: ['kserve', 'vllm'] }],
	['alternatives', { project: 'milvus' }],
	['gaps', {}],
	['changes', { from: '2026-01', to: '2026-08' }]
])('%s %j', (name, args) => {
	test('answers with its edition and the notice', async () => {
		const { isError, text, content } = await call(name, args);
		expect(text).not.toBe('');
		expect(isError).toBe(false);
		expect(content).toMatchObject({ edition: { id: '2026-08' } });
		expect(String(content.notice)).toContain('not voted');
		expect(JSON.parse(text)).toEqual(content);
	});
});

test('a question becomes a use case, and the use case a stack', async () => {
	const { content: found } = await call('use_cases', {
		question: 'share gpus between several teams'
	});
	const [best] = found.useCases as { id: string }[];
	expect(best?.id).toBe('gpu-sharing');
	expect(found.answers).toMatchObject({ teams: 'several' });
	const { content: stack } = await call('recommend_stack', {
		useCase: best?.id,
		answers: found.answers
	});
	expect(stack.address).toBe('/guide/gpu-sharing?teams=several');
	expect((stack.parts as unknown[]).length).toBeGreaterThan(3);
	expect(stack.weakest).toMatchObject({ sentence: expect.stringContaining('weakest link') });
});

test('the news of a week are told without sentences of others', async () => {
	const { content } = await call('news', { week: '2026-W32', projects: ['kserve'] });
	expect(content).toMatchObject({ week: { id: '2026-W32' } });
	expect((content.lines as { text: string }[])[0]?.text).toContain('KServe');
});

describe('what the radar does not know is an error with the way out', () => {
	test.each([
		['recommend_stack', { useCase: 'serve-lm' }, 'Did you mean serve-llm'],
		['recommend_stack', { useCase: 'rag', pins: ['vlm'] }, 'Did you mean vLLM?'],
		[
			'recommend_stack',
			{ useCase: 'rag', answers: { wher: 'edge' } },
			'There is no question "wher"'
		],
		[
			'recommend_stack',
			{ useCase: 'rag', answers: { where: 'moon' } },
			'it takes machine, cluster'
		],
		['explain_project', { project: 'langchian' }, 'Did you mean langchain'],
		['explain_project', { project: 'vllm', edition: '1999-01' }, 'Editions run from 2024-08'],
		['compare_projects', { projects: ['vllm', 'vLLM'] }, 'two different projects'],
		['compare_projects', { projects: ['vllm'] }, 'Invalid arguments'],
		['search_projects', { query: 'x', limit: 5000 }, 'Invalid arguments'],
		['use_cases', { qestion: 'x' }, 'Invalid arguments'],
		['news', { week: 'soon' }, 'written as 2026-W35']
	])('%s %j', async (name, args, message) => {
		const { isError, text } = await call(name, args);
		expect(isError).toBe(true);
		expect(text).toContain(message);
		expect(text).not.toContain('    at ');
	});
});
