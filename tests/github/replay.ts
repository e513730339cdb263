import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of GitHub's API, as it was recorded or is described. */
export interface Exchange {
	path: string;
	status: number;
	headers: Record<string, string | number | undefined>;
	/** As JSON. */
	response: unknown;
}

export interface Replay {
	/** `http://127.0.0.1:<port>` */
	url: string;
	asked: string[];
	stop(): Promise<void>;
}

/** Headers of the connection on which an answer was recorded. */
const OF_CONNECTION = ['connection', 'content-length', 'transfer-encoding', 'content-encoding'];

/** Gives recorded answers by their paths, with every header of theirs; sends redirections to itself. */
export async function replay(exchanges: readonly Exchange[]): Promise<Replay> {
	const asked: string[] = [];
	const server = createServer(({ url: path = '' }, response) => {
		asked.push(path);
		const exchange = exchanges.find((one) => one.path === path);
		if (!exchange) return void response.writeHead(500).end(`no answer to ${path}`);
		const headers = Object.entries(exchange.headers)
			.filter(([name, value]) => value !== undefined && !OF_CONNECTION.includes(name))
			.map(([name, value]) => [name, String(value).replace('https://api.github.com', url)]);
		response.writeHead(exchange.status, Object.fromEntries(headers) as Record<string, string>);
		response.end(JSON.stringify(exchange.response));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		asked,
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}
