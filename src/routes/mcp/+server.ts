import { createMcpHandler } from '@modelcontextprotocol/server';
import { mcpServer } from '#lib/server/mcp/mcp-server.ts';
import { toolSource } from '#lib/server/mcp/tool-source.ts';
import { OPEN } from '../open-data.ts';
import { siteAddress } from '../site-address.ts';
import type { RequestHandler } from './$types';

/** No file of a static site. */
export const prerender = false;

/** In bytes: questions are short. */
const MOST_BYTES = 64 * 1024;

/** The tools over the Model Context Protocol: stateless, each request on its own. Data is open, so any origin may ask. */
const answer: RequestHandler = async ({ request, url, locals: { site } }) => {
	const source = toolSource(site, siteAddress(url));
	const handler = createMcpHandler(() => mcpServer(() => source), {
		maxRequestBodySize: MOST_BYTES,
		onerror: (error) => console.warn(`mcp: ${error.message}`)
	});
	const response = await handler.fetch(request);
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(OPEN)) headers.set(name, value);
	return new Response(response.body, { status: response.status, headers });
};

export const GET = answer;
export const POST = answer;
export const DELETE = answer;

/** Browsers ask before they send JSON. */
export const OPTIONS: RequestHandler = () =>
	new Response(null, {
		status: 204,
		headers: {
			...OPEN,
			'access-control-allow-methods': 'POST',
			'access-control-allow-headers':
				'content-type, accept, mcp-protocol-version, mcp-method, mcp-name'
		}
	});
