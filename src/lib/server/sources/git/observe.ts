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
 * Reads the histories of repositories by git, several at once, and hands over each as soon as it is measured. Targets
 * are asked for as there is room. Every target comes back once, unless it is aborted. Nothing that fails becomes a value.
 * @throws {GitMissing} when git is missing or too old, before anything is asked.
 * @throws the signal's reason, when aborted; git and all that it started have ended then.
 */
export async function* observeHistories(
	targets: Iterable<HistoryTarget> | AsyncIterable<HistoryTarget>,
	options: HistoryOptions,
	tools: HistoryTools = {}
): AsyncGenerator<HistoryResult, void, undefined> {
	const stop = new AbortController();
	const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal;
	const now = tools.now ?? Date.now;
	const reader = new HistoryReader(options, { ...tools, signal, now });
	await mkdir(options.cache, { recursive: true });
	const folder = (target: HistoryTarget) => folderOf(options.cache, target);
	const atOnce = options.atOnce ?? AT_ONCE;
	const running = new Map<string, Promise<HistoryResult>>();
	// Two targets of one folder come one after the other.
	const held: HistoryTarget[] = [];
	const coming = new Stream(targets);
	const isAborted = aborted(signal);
	try {
		for (;;) {
			signal.throwIfAborted();
			const next = held.findIndex((target) => !running.has(folder(target)));
			if (next >= 0 && running.size < atOnce) {
				const [target] = held.splice(next, 1) as [HistoryTarget];
				running.set(folder(target), reader.read(target));
				continue;
			}
			const wants = running.size + held.length < atOnce && !coming.ended;
			if (!wants && running.size === 0) break;
			const happened = await Promise.race([
				...running.values(),
				...(wants ? [coming.next(), isAborted] : [])
			]);
			if (happened === null) continue;
			if ('next' in happened) held.push(...coming.take(happened));
			else {
				running.delete(folder(happened.target));
				yield happened;
			}
		}
		await removeUnused(options.cache, now());
	} finally {
		stop.abort();
		await Promise.allSettled(running.values());
	}
}

/** Settles once aborted, with null. */
const aborted = (signal: AbortSignal): Promise<null> =>
	new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));

interface Coming {
	/** Null at the end. */
	next: HistoryTarget | null;
}

/** Asks for one target at a time; what has come is there until it is taken. */
class Stream {
	ended = false;
	readonly #targets: AsyncIterator<HistoryTarget>;
	#asked: Promise<Coming> | null = null;

	constructor(targets: Iterable<HistoryTarget> | AsyncIterable<HistoryTarget>) {
		this.#targets = (async function* () {
			yield* targets;
		})();
	}

	next(): Promise<Coming> {
		return (this.#asked ??= this.#targets
			.next()
			.then(({ done, value }) => ({ next: done ? null : (value as HistoryTarget) })));
	}

	take({ next }: Coming): HistoryTarget[] {
		this.#asked = null;
		this.ended = next === null;
		return next === null ? [] : [next];
	}
}
