import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Answer {
	status: number;
	body: string;
	/** From the request to the last byte. */
	ms: number;
}

/** As the image sets it: how the C library keeps memory. */
const MEMORY = Object.fromEntries(
	[...readFileSync('deploy/Dockerfile', 'utf8').matchAll(/\b(MALLOC_\w+)=(\d+)/g)].map(
		([, name, value]) => [name, value]
	)
);

/** The built server on a port of loopback, and what is asked of it. */
export class SoakedServer {
	readonly port: number;
	readonly #env: NodeJS.ProcessEnv;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 20 });
	#process: ChildProcess | undefined;

	constructor(port: number, env: Record<string, string>) {
		this.port = port;
		this.#env = {
			...process.env,
			HOST: '127.0.0.1',
			PORT: String(port),
			ADMIN_PORT: 'off',
			...MEMORY,
			...env
		};
	}

	/** Milliseconds until the front page was answered. */
	async start(): Promise<number> {
		const began = performance.now();
		this.launch();
		await until(async () => (await this.ask('/')).status === 200);
		return performance.now() - began;
	}

	/** Starts it and does not wait. */
	launch(): void {
		const child = spawn(process.execPath, ['build/server.js'], {
			env: this.#env,
			stdio: ['ignore', 'pipe', 'inherit']
		});
		child.stdout.resume();
		this.#process = child;
	}

	signal(signal: NodeJS.Signals): void {
		this.#child.kill(signal);
	}

	/** Its exit code; null: ended by the signal. */
	async end(signal: NodeJS.Signals): Promise<number | null> {
		const ended = once(this.#child, 'exit') as Promise<[number | null]>;
		this.#child.kill(signal);
		return (await ended)[0];
	}

	ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const began = performance.now();
			const asked = request(
				{ agent: this.#agent, port: this.port, host: '127.0.0.1', path, headers, method },
				(answer) => {
					const chunks: Buffer[] = [];
					answer.on('data', (chunk: Buffer) => chunks.push(chunk));
					answer.on('end', () =>
						resolve({
							status: answer.statusCode ?? 0,
							body: Buffer.concat(chunks).toString('latin1'),
							ms: performance.now() - began
						})
					);
				}
			);
			asked.on('error', reject);
			asked.end();
		});
	}

	/** Processor time in ms: a tick is 10 ms. */
	cpu(): number {
		return (Number(this.#stat()[13]) + Number(this.#stat()[14])) * 10;
	}

	/** MB, of what is not swapped out. */
	memory(): number {
		return (Number(this.#stat()[23]) * 4096) / 1024 ** 2;
	}

	close(): void {
		this.#agent.destroy();
	}

	get #child(): ChildProcess {
		if (this.#process === undefined) throw new Error('The server was not started.');
		return this.#process;
	}

	#stat(): string[] {
		return readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(' ');
	}
}

/** Calls `each` again and again, `at` times at once, until it says false. */
export const load = (at: number, each: () => Promise<boolean>): Promise<unknown> =>
	Promise.all(
		Array.from({ length: at }, async () => {
			while (await each());
		})
	);

/** @throws {Error} when it is not so within the limit. */
export async function until(isSo: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
	const end = performance.now() + limitMs;
	while (!(await isSo().catch(() => false))) {
		if (performance.now() > end) throw new Error('The server did not get there.');
		await pause(20);
	}
}

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));
