import type { Page } from '@playwright/test';

/** Main-thread work in a Chromium trace, in microseconds. */
interface Work {
	name: string;
	ts: number;
	dur: number;
	/** Processor time of the thread. */
	tdur?: number;
	args: { name?: string; data?: { type?: string; duration?: number } };
}

interface TraceEvent extends Work {
	ph: string;
	pid: number;
	tid: number;
}

/** Times of the key press and of its frame, in trace time. */
export interface Keystroke {
	at: number;
	shown: number;
}

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'v8', 'toplevel'];
/** Milliseconds from which a task counts as long. */
const LONG_MS = 50;
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

export class MainThread {
	/** By start time, outer before inner. */
	readonly #work: readonly Work[];
	readonly keystrokes: readonly Keystroke[];

	constructor(events: readonly TraceEvent[]) {
		const { pid, tid } = busiest(events);
		const mine = events.filter((event) => event.pid === pid && event.tid === tid);
		this.#work = mine.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
		this.keystrokes = mine
			.filter(({ name, ph, args }) => {
				return name === 'EventTiming' && ph === 'b' && args.data?.type === 'keydown';
			})
			.map(({ ts, args }) => ({ at: ts, shown: ts + 1000 * (args.data?.duration ?? NaN) }))
			.sort((a, b) => a.at - b.at);
	}

	/** Processor milliseconds of all tasks that begin between two trace times. */
	busy(from = -Infinity, to = Infinity): number {
		return this.#tasks(from, to).reduce((sum, us) => sum + us, 0) / 1000;
	}

	/** Processor milliseconds beyond the first 50 of every task. */
	blocking(): number {
		return this.#tasks().reduce((sum, us) => sum + Math.max(0, us / 1000 - LONG_MS), 0);
	}

	/** Processor microseconds of every task, microtasks with the task before them. */
	#tasks(from = -Infinity, to = Infinity): number[] {
		let end = -Infinity;
		const tasks: number[] = [];
		for (const { name, ts, dur, tdur = dur } of this.#work) {
			if (ts < end || ts < from || ts >= to) continue;
			end = ts + dur;
			// Microtasks run after their task and block as part of it.
			if (name === MICROTASKS) tasks.push((tasks.pop() ?? 0) + tdur);
			else tasks.push(tdur);
		}
		return tasks;
	}
}

/** The busiest main thread: a navigation can leave one of an empty page. */
function busiest(events: readonly TraceEvent[]): { pid: number; tid: number } {
	const threads = events
		.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
		.map(({ pid, tid }) => ({
			pid,
			tid,
			work: events.filter((event) => event.pid === pid && event.tid === tid).length
		}))
		.sort((a, b) => b.work - a.work);
	const [first] = threads;
	if (first === undefined) throw new Error('The trace holds no main thread.');
	return first;
}

export async function traced(page: Page, run: () => Promise<void>): Promise<MainThread> {
	const cdp = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	cdp.on('Tracing.dataCollected', ({ value }) => {
		events.push(...(value as unknown as TraceEvent[]));
	});
	await cdp.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: CATEGORIES }
	});
	await run();
	const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
	await cdp.send('Tracing.end');
	await complete;
	await cdp.detach();
	return new MainThread(events);
}
