import { McpServer } from '@modelcontextprotocol/server';
import type { ToolSource } from '#lib/radar/tools/tool.ts';
import { ToolError } from '#lib/radar/tools/tool.ts';
import { TOOLS } from '#lib/radar/tools/tools.ts';

const INSTRUCTIONS =
	'Reads a radar of the projects of a foundation’s landscape (CNCF, AI Native, unless it was set up for another), rated from public evidence (adopt, trial, assess, hold). For a stack: use_cases, then recommend_stack. Cite the edition and the sources of an answer; "not rated" says nothing against a project.';

/** A server of the Model Context Protocol with all tools; `source` is asked anew at each call. */
export function mcpServer(source: () => ToolSource): McpServer {
	const server = new McpServer(
		{ name: 'cnai-radar', title: 'CNAI Radar', version: '1.0.0' },
		{ instructions: INSTRUCTIONS }
	);
	for (const { tool, call } of TOOLS) {
		const { name, title, description, input, output } = tool;
		server.registerTool(
			name,
			{
				title,
				description,
				inputSchema: input,
				outputSchema: output,
				annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false }
			},
			async (args) => {
				try {
					const structuredContent = await call(args, source());
					const text = JSON.stringify(structuredContent);
					return { structuredContent, content: [{ type: 'text', text }] };
				} catch (error) {
					if (!(error instanceof ToolError)) throw error;
					return { isError: true, content: [{ type: 'text', text: error.message }] };
				}
			}
		);
	}
	return server;
}
