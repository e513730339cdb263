import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Misbehaviour, type Fault, type FaultOptions } from './misbehaviour.ts';

/** A request as the server saw it. */
interface SeenGitRequest {
	method: string;
	path: string;
	status: number;
	authorization: string | null;
	agent: string;
	/** Bytes sent in answer. */
	bytes: number;
	/** Whether it asked for objects, not for references only. */
	pack: boolean;
}

export interface GitServer {
	/** `http://127.0.0.1:<port>` */
	url: string;
	requests: SeenGitRequest[];
	/** Connections since the last `behave`, used or not. */
	connections(): number;
	misbehave(fault: Fault, options?: Partial<FaultOptions>): void;
	/** Forgets faults, requests and connections. */
	behave(): void;
	/** Settles when bytes of a pack have gone out for the next time. */
	nextPack(): Promise<void>;
	stop(): Promise<void>;
}

/** Serves the repositories below a folder on 127.0.0.1 by git's own `git http-backend`, and misbehaves as told. */
export async function startGitServer(root: string): Promise<GitServer> {
	const misbehaviour = new Misbehaviour();
	const requests: SeenGitRequest[] = [];
	const waiting: (() => void)[] = [];
	let connections = 0;
	const server = createServer((request, response) => {
		const seen: SeenGitRequest = {
			method: request.method ?? '',
			path: request.url ?? '',
			status: 0,
			authorization: request.headers.authorization ?? null,
			agent: request.headers['user-agent'] ?? '',
			bytes: 0,
			pack: false
		};
		requests.push(seen);
		handle(request, response, seen).catch(() => response.destroy());
	});
	server.on('connection', () => void (connections += 1));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	async function handle(
		request: IncomingMessage,
		response: ServerResponse,
		seen: SeenGitRequest
	): Promise<void> {
		const body = await bodyOf(request);
		// The second version of git's protocol asks for references and for packs by the same path.
		seen.pack = request.method === 'POST' && plain(request, body).includes('command=fetch');
		const asked = seen.pack ? 'pack' : 'refs';
		const fault = misbehaviour.take(asked, seen.authorization !== null, seen.path);
		const answer = (status: number, headers: Record<string, string>, text: string) => {
			seen.status = status;
			response.writeHead(status, headers).end(text);
		};
		switch (fault?.kind) {
			case 'status':
				return answer(
					fault.status,
					{ 'content-type': 'text/plain', ...fault.headers },
					fault.body ?? 'Refused by a test\n'
				);
			case 'html': {
				const page = '<!DOCTYPE html>\n<title>Unicorn!</title>\n<p>No repository here.</p>\n';
				return answer(200, { 'content-type': 'text/html; charset=utf-8' }, page);
			}
			case 'redirect':
				return answer(301, { location: fault.to.replace('{path}', seen.path) }, '');
			case 'silence':
				return;
		}
		await serve(request, body, response, seen, fault ?? null);
	}

	/** Runs git's own server as CGI: its head in lines, an empty line, the body. */
	async function serve(
		request: IncomingMessage,
		body: Buffer,
		response: ServerResponse,
		seen: SeenGitRequest,
		fault: Fault | null
	): Promise<void> {
		const { pathname, search } = new URL(seen.path, url);
		const header = (name: string) => String(request.headers[name] ?? '');
		const backend = spawn('git', ['http-backend'], {
			stdio: ['pipe', 'pipe', 'ignore'],
			env: {
				PATH: process.env.PATH,
				HOME: '/dev/null',
				GIT_CONFIG_NOSYSTEM: '1',
				GIT_PROJECT_ROOT: root,
				GIT_HTTP_EXPORT_ALL: '1',
				GIT_PROTOCOL: header('git-protocol'),
				PATH_INFO: decodeURIComponent(pathname),
				QUERY_STRING: search.slice(1),
				REQUEST_METHOD: seen.method,
				CONTENT_TYPE: header('content-type'),
				CONTENT_LENGTH: String(body.length),
				HTTP_CONTENT_ENCODING: header('content-encoding'),
				REMOTE_ADDR: '127.0.0.1'
			}
		});
		response.on('close', () => backend.kill());
		backend.stdin.on('error', () => {});
		backend.stdin.end(body);
		let head: Buffer | null = Buffer.alloc(0);
		for await (const part of backend.stdout as AsyncIterable<Buffer>) {
			let rest = part;
			if (head !== null) {
				head = Buffer.concat([head, part]);
				const end = head.indexOf('\r\n\r\n');
				if (end < 0) continue;
				seen.status = writeHead(response, head.subarray(0, end).toString('latin1'));
				rest = head.subarray(end + 4);
				head = null;
			}
			if (!(await send(response, rest, seen, fault))) return;
		}
		response.end();
	}

	/** Sends a part of an answer as the fault has it; says false when the connection was cut. */
	async function send(
		response: ServerResponse,
		part: Buffer,
		seen: SeenGitRequest,
		fault: Fault | null
	): Promise<boolean> {
		const from = seen.bytes;
		seen.bytes += part.length;
		if (seen.pack && part.length > 0) for (const tell of waiting.splice(0)) tell();
		if (fault?.kind === 'cut' && seen.bytes > fault.after) {
			response.write(part.subarray(0, fault.after - from), () => response.destroy());
			return false;
		}
		if (fault?.kind === 'flip' && fault.at >= from && fault.at < seen.bytes) {
			part[fault.at - from] = (part[fault.at - from] ?? 0) ^ 0x55;
		}
		if (fault?.kind === 'drip') {
			for (let at = 0; at < part.length && !response.destroyed; at += fault.bytes) {
				await written(response, part.subarray(at, at + fault.bytes));
				await delay(fault.everyMs, undefined, { ref: false });
			}
		} else await written(response, part);
		return !response.destroyed;
	}

	return {
		url,
		requests,
		connections: () => connections,
		misbehave: (fault, options) => misbehaviour.add(fault, options),
		behave() {
			misbehaviour.clear();
			requests.length = 0;
			connections = 0;
		},
		nextPack: () => new Promise((resolve) => void waiting.push(resolve)),
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}

/** Settles when a part is on its way, or never will be. */
const written = (response: ServerResponse, part: Buffer): Promise<void> =>
	new Promise((resolve) => void response.write(part, () => resolve()));

/** Writes a head in CGI's form; answers the status. */
function writeHead(response: ServerResponse, text: string): number {
	const headers = text.split('\r\n').map((line): [string, string] => {
		const at = line.indexOf(':');
		return [line.slice(0, at), line.slice(at + 1).trim()];
	});
	const status = Number(headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
	response.writeHead(status, headers.filter(([name]) => name !== 'Status').flat());
	return status;
}

/** What a request says; git packs long ones. */
const plain = (request: IncomingMessage, body: Buffer): Buffer =>
	request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
	return Buffer.concat(parts);
}
