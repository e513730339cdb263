import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { databasePath } from '#lib/server/db/database.ts';
import { mcpServer } from '#lib/server/mcp/mcp-server.ts';
import { toolSource } from '#lib/server/mcp/tool-source.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, siteAddress, type Command } from './command.ts';

export const mcpCommand: Command = {
	name: 'mcp',
	summary: 'Answers programs over the Model Context Protocol, on standard input and output',
	help: `Usage: npm run --silent mcp [-- --site ADDRESS] [--data FOLDER]
       node scripts/radar.ts mcp

Serves the radar's tools to a program that speaks the Model Context Protocol (MCP), until it closes standard
input: use_cases, recommend_stack, search_projects, explain_project, compare_projects, alternatives, gaps,
changes, news. They read the database and change nothing. The site answers the same at POST /mcp.

  --site ADDRESS  where the site stands, for links in the news
  --data FOLDER   the data folder, for the facts of the guide (default: data)

Exit codes: 0 closed; 2 usage, no database.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: { site: { type: 'string' }, data: { type: 'string', default: 'data' } }
		});
		const address = values.site === undefined ? null : siteAddress(values.site);
		const site = new Site(databasePath(io.env), values.data);
		const source = toolSource(site, address);
		const served = serveStdio(() => mcpServer(() => source), {
			onerror: ({ message }) => io.err(`${message}\n`)
		});
		await new Promise((closed) => process.stdin.once('close', closed));
		await served.close();
		site.close();
		return 0;
	}
};
