import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import { readAddress } from './address.ts';
import { GitFault } from './cause.ts';
import { readCarriedBy } from './carried-by.ts';
import { readCommits } from './commits.ts';
import { folderOf, prepareFolder } from './folder.ts';
import type {
	HistoryLimits,
	HistoryOptions,
	HistoryResult,
	HistoryTarget,
	HistoryTools
} from './history-options.ts';
import type { HostTools } from './host.ts';
import { takeLock } from './lock.ts';
import { measureHistory, measureMonthEnds } from './measure.ts';
import { dayOf } from './moment.ts';
import { Git } from './program/run.ts';
import { readVersions } from './tags.ts';
import { updateFolder } from './update.ts';
import { gitVersion } from './program/version.ts';

type MeasuredHistory = Extract<HistoryResult, { outcome: 'measured' }>;

const LIMITS: HistoryLimits = {
	fetchMs: 15 * 60_000,
	readMs: 5 * 60_000,
	memoryBytes: 2 * 1024 ** 3,
	packBytes: 1.5 * 1024 ** 3,
	tags: 100_000,
	slowBytes: 1_000,
	slowSeconds: 30
};
const RETRY_MS = 30_000;
/** After so many failures in a row to reach the host, nothing is tried twice; after more, nothing at all. */
const NO_RETRY_AFTER = 5;
const CLOSED_AFTER = 20;

/** Reads histories, and remembers limits and outages of the host. */
export class HistoryReader {
	readonly #options: HistoryOptions;
	readonly #tools: HistoryTools & { signal: AbortSignal; now: () => number };
	readonly #limits: HistoryLimits;
	readonly #host: Omit<HostTools, 'git'>;
	/** Why the host is asked no more tonight. */
	#closed: GitFault | null = null;
	#unreachableInARow = 0;

	/** @throws {GitMissing} */
	constructor(
		options: HistoryOptions,
		tools: HistoryTools & { signal: AbortSignal; now: () => number }
	) {
		const base = options.environment ?? process.env;
		const limits = { ...LIMITS, ...options.limits };
		this.#limits = limits;
		this.#options = options;
		this.#tools = tools;
		this.#host = {
			base,
			access: {
				protocols: options.protocols ?? ['https'],
				token: options.token,
				tokenFor: options.tokenFor ?? 'https://github.com/',
				agent: `git/${gitVersion(base)} cnai-radar (+${options.about})`,
				lowSpeed: { bytesPerSecond: limits.slowBytes, seconds: limits.slowSeconds }
			},
			limits,
			closed: () => this.#closed
		};
	}

	/** What cannot be reached, or is in use, is tried a second time after a wait. */
	async read(target: HistoryTarget): Promise<HistoryResult> {
		let fault = await this.#try(target);
		if (fault instanceof GitFault && this.#isWorthAWait(fault)) {
			const { signal } = this.#tools;
			await delay(this.#options.retryMs ?? RETRY_MS, undefined, { signal }).catch(() =>
				signal.throwIfAborted()
			);
			fault = await this.#try(target);
		}
		if (!(fault instanceof GitFault)) return fault;
		const { kind, message, detail } = fault;
		this.#tools.log?.('warn', `${target.address}: ${message}${detail && ` (${detail})`}`);
		return { target, outcome: 'failed', kind, reason: message };
	}

	#isWorthAWait({ kind }: GitFault): boolean {
		return kind === 'busy' || (kind === 'unreachable' && this.#unreachableInARow < NO_RETRY_AFTER);
	}

	async #try(target: HistoryTarget): Promise<HistoryResult | GitFault> {
		try {
			const result = await this.#readLocked(target);
			if (result.fetched) this.#unreachableInARow = 0;
			return result;
		} catch (error) {
			this.#tools.signal.throwIfAborted();
			const fault = toFault(error);
			if (fault.kind === 'unreachable') this.#unreachableInARow += 1;
			if (fault.kind === 'rate limited' || this.#unreachableInARow >= CLOSED_AFTER)
				this.#closed ??= fault;
			return fault;
		}
	}

	async #readLocked(target: HistoryTarget): Promise<MeasuredHistory> {
		const address = readAddress(target.address, this.#host.access.protocols);
		if (address === null) throw new GitFault('address');
		const folder = folderOf(this.#options.cache, target);
		const lock = takeLock(folder, this.#tools.now());
		if (lock === null) throw new GitFault('busy');
		try {
			const git = new Git(this.#limits, this.#host.base, this.#tools.signal, lock.noteGroup);
			const tools = { ...this.#host, git };
			try {
				return await this.#readFolder(tools, folder, target, address);
			} catch (error) {
				if (toFault(error).kind !== 'damaged' || this.#tools.signal.aborted) throw error;
				await rm(folder, { recursive: true, force: true });
				return await this.#readFolder(tools, folder, target, address);
			}
		} finally {
			lock.release();
		}
	}

	async #readFolder(
		tools: HostTools,
		folder: string,
		target: HistoryTarget,
		address: string
	): Promise<MeasuredHistory> {
		await prepareFolder(folder, this.#tools.now());
		const wanted = { address, head: target.head, tagCount: target.tagCount };
		const { head, tags, fetched } = await updateFolder(tools, folder, wanted);
		const history = await readCommits(tools.git, folder);
		const moment = Math.floor(target.moment / 1000);
		const versions = tags && readVersions(tags);
		return {
			target,
			outcome: 'measured',
			today: measureHistory(history, versions, moment),
			past: measureMonthEnds(history, versions, moment, target.months),
			carriedBy: await this.#carriedBy(tools.git, folder, target),
			head,
			fetched,
			hasVersionTags: versions !== null && versions.length > 0,
			malformed: history.malformed
		};
	}

	async #carriedBy(git: Git, folder: string, target: HistoryTarget): Promise<CarriedByRow[]> {
		const { organisations } = this.#options;
		const { countedFor: repository, moment } = target;
		if (organisations === undefined || repository === undefined) return [];
		const to = dayOf(Math.floor(moment / 1000));
		return readCarriedBy(git, folder, { organisations, repository, to });
	}
}

/** The file system's failures are causes too. */
function toFault(error: unknown): GitFault {
	if (error instanceof GitFault) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : null;
	if (code === null) throw error;
	return new GitFault(code === 'ENOSPC' ? 'disk full' : 'unexpected', `error: ${code}`);
}
