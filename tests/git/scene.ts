import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
	HistoryOptions,
	HistoryResult,
	HistoryTarget,
	HistoryTools
} from '#lib/server/sources/git/history-options.ts';
import { observeHistories } from '#lib/server/sources/git/observe.ts';
import { startGitServer, type GitServer } from './git-server.ts';
import { makeRepository, type MadeHistory, type MadeRepository } from './repository.ts';

/** A moment after everything that the tests make up. */
export const MOMENT = Date.parse('2026-08-31T12:00:00Z');

/** Seconds since 1970, so many days before the moment. */
export const daysBefore = (days: number): number => MOMENT / 1000 - days * 86_400;

/** A server with repositories, and an empty folder of histories. */
export interface GitScene {
	server: GitServer;
	cache: string;
	options: HistoryOptions;
	/** Makes a repository to be served as `<name>.git`. */
	repository(name: string, history?: MadeHistory): MadeRepository;
	target(repository: MadeRepository, more?: Partial<HistoryTarget>): HistoryTarget;
	observe(
		targets: readonly HistoryTarget[],
		more?: Partial<HistoryOptions>,
		tools?: HistoryTools
	): Promise<HistoryResult[]>;
	/** One history; the test fails when it could not be read. */
	measure(
		target: HistoryTarget,
		more?: Partial<HistoryOptions>
	): Promise<Extract<HistoryResult, { outcome: 'measured' }>>;
	/** The cause for which one history could not be read. */
	failure(target: HistoryTarget, more?: Partial<HistoryOptions>): Promise<string>;
	end(): Promise<void>;
}

export async function gitScene(): Promise<GitScene> {
	const root = mkdtempSync(join(tmpdir(), 'radar-git-'));
	const served = join(root, 'served');
	mkdirSync(served);
	const server = await startGitServer(served);
	const cache = join(root, 'histories');
	const options: HistoryOptions = {
		cache,
		token: null,
		about: 'https://radar.example',
		protocols: ['http'],
		retryMs: 1
	};
	const numbers = new Map<string, number>();
	const scene: GitScene = {
		server,
		cache,
		options,
		repository: (name, history) => makeRepository(served, name, history),
		target(repository, more) {
			const address = repository.folder.replace(served, server.url);
			if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
			return {
				databaseId: numbers.get(address) ?? null,
				address,
				head: repository.head(),
				tagCount: null,
				moment: MOMENT,
				months: 0,
				...more
			};
		},
		observe: async (targets, more, tools) =>
			Array.fromAsync(observeHistories(targets, { ...options, ...more }, tools)),
		async measure(target, more) {
			const [result] = await scene.observe([target], more);
			if (result?.outcome !== 'measured') throw new Error(`not measured: ${result?.reason}`);
			return result;
		},
		async failure(target, more) {
			const [result] = await scene.observe([target], more);
			if (result?.outcome !== 'failed') throw new Error('it was measured');
			return result.kind;
		},
		async end() {
			await server.stop();
			rmSync(root, { recursive: true, force: true });
		}
	};
	return scene;
}
