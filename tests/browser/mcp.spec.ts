import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from '@playwright/test';
import { callTool } from '../fixtures/mcp-calls.ts';

test('programs ask the site over the Model Context Protocol', async ({ baseURL }) => {
	const client = new Client({ name: 'test', version: '1.0.0' });
	await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)));
	const { tools } = await client.listTools();
	expect(tools).toHaveLength(9);
	const { content } = await callTool(client, 'recommend_stack', { useCase: 'serve-llm' });
	expect(content.edition).toMatchObject({ id: '2026-08' });
	const { isError, text } = await callTool(client, 'explain_project', { project: 'langchian' });
	expect(isError).toBe(true);
	expect(text).toContain('Did you mean langchain');
	await client.close();
});

test('what is no request of the protocol is refused with a reason', async ({ request }) => {
	const wrong = await request.post('/mcp', { data: { hello: 'radar' } });
	expect(wrong.status()).toBe(400);
	expect(await wrong.json()).toHaveProperty('error.message');
	const large = await request.post('/mcp', { data: { text: 'x'.repeat(100_000) } });
	expect(large.status()).toBe(413);
	expect((await request.get('/mcp')).status()).toBe(405);
});
