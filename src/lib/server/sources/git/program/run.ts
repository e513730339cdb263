import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { causeOf, GitFault, type CauseKind } from '#lib/server/sources/git/cause.ts';
import { readingEnvironment } from './environment.ts';

export interface RunLimits {
	fetchMs: number;
	readMs: number;
	/** Address space of each process. */
	memoryBytes: number;
}

interface RunOptions {
	environment: Record<string, string>;
	limitMs: number;
	input?: string;
	read?: (stdout: Readable) => Promise<unknown>;
	/** Asked every second: a cause to stop git. */
	watch?: () => GitFault | null;
	/** Never told, should the host send it back. */
	secret?: string | null;
}

/** Bounds git's memory, then becomes git: the shell does not parse its arguments. */
const BOUNDED = 'ulimit -v "$0" 2>/dev/null; exec git "$@"';
const WATCH_MS = 1_000;
/** Asked to end, git clears its temporary files away; after this it is killed. */
const GRACE_MS = 2_000;
const OF_LIMITS: ReadonlySet<CauseKind> = new Set(['slow', 'too large', 'disk full']);
const KEPT_ERRORS = 100_000;
/** All files would come, or a history without its beginning. */
const HOPELESS = /filtering not recognized|shallow roots are not allowed/;

export class Git {
	readonly #limits: RunLimits;
	readonly #base: NodeJS.ProcessEnv;
	readonly #signal: AbortSignal | undefined;
	readonly #onGroup: ((group: number) => void) | undefined;

	/** `onGroup` hears of each git's process group. */
	constructor(
		limits: RunLimits,
		base: NodeJS.ProcessEnv,
		signal?: AbortSignal,
		onGroup?: (group: number) => void
	) {
		this.#limits = limits;
		this.#base = base;
		this.#signal = signal;
		this.#onGroup = onGroup;
	}

	/**
	 * Runs a command that needs no host, and hands its output over as it comes.
	 * @throws {GitFault} `damaged` when git failed, unless a limit was the cause.
	 */
	async read(
		folder: string,
		args: readonly string[],
		consume?: (stdout: Readable) => Promise<unknown>
	): Promise<void> {
		try {
			await this.#run(folder, args, {
				environment: readingEnvironment(this.#base),
				limitMs: this.#limits.readMs,
				read: consume
			});
		} catch (fault) {
			if (!(fault instanceof GitFault) || OF_LIMITS.has(fault.kind)) throw fault;
			throw new GitFault('damaged', fault.detail);
		}
	}

	/**
	 * Runs a command that talks to a host.
	 * @throws {GitFault}
	 */
	async fetch(
		folder: string,
		args: readonly string[],
		options: Omit<RunOptions, 'limitMs'>
	): Promise<void> {
		await this.#run(folder, args, { ...options, limitMs: this.#limits.fetchMs });
	}

	async #run(folder: string, args: readonly string[], options: RunOptions): Promise<void> {
		this.#signal?.throwIfAborted();
		const kilobytes = String(Math.floor(this.#limits.memoryBytes / 1024));
		const child = spawn('/bin/sh', ['-c', BOUNDED, kilobytes, '--git-dir', folder, ...args], {
			env: options.environment,
			detached: true,
			stdio: ['pipe', 'pipe', 'pipe']
		});
		const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
		const { pid } = child;
		let stopped: unknown = null;
		let lastResort: NodeJS.Timeout | undefined;
		const stop = (why: unknown) => {
			if (stopped !== null) return;
			stopped = why;
			endGroup(pid, 'SIGTERM');
			lastResort = setTimeout(() => endGroup(pid, 'SIGKILL'), GRACE_MS);
		};
		if (pid !== undefined) this.#onGroup?.(pid);
		const limit = setTimeout(() => stop(new GitFault('slow')), options.limitMs);
		const watch = setInterval(() => {
			const cause = options.watch?.();
			if (cause) stop(cause);
		}, WATCH_MS);
		const abort = () => stop(this.#signal?.reason);
		this.#signal?.addEventListener('abort', abort, { once: true });
		child.stdin.on('error', () => {});
		child.stdin.end(options.input ?? '');
		let errors = '';
		const told = () => (options.secret ? errors.replaceAll(options.secret, '[token]') : errors);
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			if (errors.length < KEPT_ERRORS) errors += text;
			if (HOPELESS.test(errors)) stop(new GitFault('incomplete', told()));
		});
		try {
			const reading = options.read?.(child.stdout).catch(stop);
			if (!reading) child.stdout.resume();
			const [code, signal] = await ended;
			await reading;
			if (stopped !== null) throw stopped;
			if (code !== 0) throw causeOf(told() || `fatal: git ended by ${signal ?? `code ${code}`}`);
		} finally {
			clearTimeout(limit);
			clearTimeout(lastResort);
			clearInterval(watch);
			this.#signal?.removeEventListener('abort', abort);
		}
	}
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
	try {
		if (pid !== undefined) process.kill(-pid, signal);
	} catch {
		// It has ended by itself.
	}
}
