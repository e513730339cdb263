import { mkdir } from 'node:fs/promises';
import { folderOf, removeUnused } from './folder.ts';
import type {
	HistoryOptions,
	HistoryResult,
	HistoryTarget,
	HistoryTools
} from './history-options.ts';
import { HistoryReader } from './history-reader.ts';

const AT_ONCE = 4;
/**
 * Reads the histories of repositories by git, several at once, and hands over each as soon as it is measured. Every
 * target comes back once, unless it is aborted. Nothing that fails becomes a value.
 * @throws {GitMissing} when git is missing or too old, before anything is asked.
 * @throws the signal's reason, when aborted; git and all that it started have ended then.
 */
export async function* observeHistories(
	targets: readonly HistoryTarget[],
	options: HistoryOptions,
	tools: HistoryTools = {}
): AsyncGenerator<HistoryResult, void, undefined> {
	const stop = new AbortController();
	const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal;
	const now = tools.now ?? Date.now;
	const reader = new HistoryReader(options, { ...tools, signal, now });
	await mkdir(options.cache, { recursive: true });
	const queue = [...targets];
	const running = new Map<string, Promise<HistoryResult>>();
	try {
		while (queue.length > 0 || running.size > 0) {
			signal.throwIfAborted();
			// Two targets of one folder come one after the other.
			const next = queue.findIndex((target) => !running.has(folderOf(options.cache, target)));
			if (next >= 0 && running.size < (options.atOnce ?? AT_ONCE)) {
				const [target] = queue.splice(next, 1) as [HistoryTarget];
				running.set(folderOf(options.cache, target), reader.read(target));
				continue;
			}
			const result = await Promise.race(running.values());
			running.delete(folderOf(options.cache, result.target));
			yield result;
		}
		await removeUnused(options.cache, now());
	} finally {
		stop.abort();
		await Promise.allSettled(running.values());
	}
}
