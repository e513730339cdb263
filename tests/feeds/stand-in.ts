import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** How the stand-in answers a path. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface FeedServer {
	/** `http://127.0.0.1:<port>` */
	url: string;
	port: number;
	/** Paths asked for, in their order. */
	requests: { path: string; headers: IncomingMessage['headers'] }[];
	/** The most requests that were open at the same time. */
	mostAtOnce(): number;
	serve(path: string, behaviour: Behaviour | string): void;
	stop(): Promise<void>;
}

/** A real server of feeds on 127.0.0.1 that misbehaves as told. */
export async function startFeedServer(): Promise<FeedServer> {
	const paths = new Map<string, Behaviour>();
	const requests: FeedServer['requests'] = [];
	let open = 0;
	let most = 0;
	const server = createServer((request, response) => {
		requests.push({ path: request.url ?? '', headers: request.headers });
		open += 1;
		most = Math.max(most, open);
		response.once('close', () => (open -= 1));
		const behaviour = paths.get(request.url ?? '');
		if (behaviour === undefined) response.writeHead(404).end('no such page');
		else behaviour(request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		requests,
		mostAtOnce: () => most,
		serve: (path, behaviour) => {
			paths.set(
				path,
				typeof behaviour === 'string' ? (_, response) => response.end(behaviour) : behaviour
			);
		},
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

export interface MadeUpEntry {
	title?: string;
	link?: string;
	guid?: string;
	date?: string;
	description?: string;
	content?: string;
}

const element = (name: string, text: string | undefined): string =>
	text === undefined ? '' : `<${name}>${text}</${name}>`;

/** An RSS feed of some entries; texts are taken as they are. */
export const rss = (entries: readonly MadeUpEntry[]): string =>
	`<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Made up</title><link>https://blog.example.org/</link><description>x</description>${entries
		.map(
			(entry) =>
				`<item>${element('title', entry.title)}${element('link', entry.link)}${element('guid', entry.guid)}${element('pubDate', entry.date)}${element('description', entry.description)}${element('content:encoded', entry.content)}</item>`
		)
		.join('')}</channel></rss>`;

/** Answers with an ETag, and 304 to who has it. */
export const withEtag =
	(etag: string, body: string): Behaviour =>
	(request, response) => {
		if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
		else response.writeHead(200, { etag }).end(body);
	};

export const redirect =
	(location: string, status = 302): Behaviour =>
	(_, response) => {
		response.writeHead(status, { location }).end();
	};

/** Answers packed. */
export const gzipped =
	(body: string | Buffer): Behaviour =>
	(_, response) => {
		response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
	};

/** Promises more than it sends, then breaks off. */
export const cutOff =
	(body: string): Behaviour =>
	(_, response) => {
		response.writeHead(200, { 'content-length': body.length * 2 });
		response.write(body, () => response.destroy());
	};

/** Begins, and never ends. */
export const endless =
	(body: string): Behaviour =>
	(_, response) => {
		response.writeHead(200);
		response.write(body);
	};
