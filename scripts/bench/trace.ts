import type { Page } from '@playwright/test';

/** A stretch of work on the page's main thread, as Chromium traces it. Microseconds. */
interface Work {
	name: string;
	ts: number;
	dur: number;
	/** Processor time of the thread: what others do on the machine does not count. */
	tdur?: number;
	args: { name?: string; data?: { type?: string; duration?: number } };
}

interface TraceEvent extends Work {
	ph: string;
	pid: number;
	tid: number;
}

/** A key pressed, in the trace's time: when it came and when the frame that answered it was shown. */
export interface Keystroke {
	at: number;
	shown: number;
}

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'v8', 'toplevel'];
const SCRIPT = new Set([
	'EventDispatch',
	'EvaluateScript',
	'FireAnimationFrame',
	'FireIdleCallback',
	'FunctionCall',
	'MajorGC',
	'MinorGC',
	'RunMicrotasks',
	'TimerFire',
	'v8.compileModule',
	'v8.evaluateModule'
]);
const RENDERING = new Set([
	'Commit',
	'HitTest',
	'Layerize',
	'Layout',
	'Paint',
	'ParseHTML',
	'PrePaint',
	'UpdateLayoutTree'
]);
/** A task from this length on blocks. */
const LONG_MS = 50;
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

/** What the main thread of a page did while something ran. */
export class MainThread {
	/** By beginning, the outer before the inner. */
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

	/** Milliseconds of processor time that scripts took of the work begun in a stretch; style and layout that they forced are not theirs. */
	script(from = -Infinity, to = Infinity): number {
		let sum = 0;
		const open: { end: number; isScript: boolean }[] = [];
		for (const { name, ts, dur, tdur = dur } of this.#work) {
			const isScript = SCRIPT.has(name);
			if (ts < from || ts >= to || !(isScript || RENDERING.has(name))) continue;
			while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
			const inScript = open.at(-1)?.isScript ?? false;
			if (isScript && !inScript) sum += tdur;
			if (!isScript && inScript) sum -= tdur;
			open.push({ end: ts + dur, isScript });
		}
		return sum / 1000;
	}

	/**
	 * When the frame that answers the first click is painted, in the trace's time: what begins later is not on the way to
	 * the screen. Throws where there was no click.
	 */
	painted(): number {
		const click = this.#work.find(({ name, args }) => {
			return name === 'EventDispatch' && args.data?.type === 'click';
		});
		const answered = click === undefined ? NaN : click.ts + click.dur;
		const paint = this.#work.find(({ name, ts }) => name === 'Paint' && ts >= answered);
		if (paint === undefined) throw new Error('The trace holds no click with its frame.');
		return paint.ts;
	}

	/** Milliseconds beyond the first 50 of every task, in processor time. */
	blocking(): number {
		let end = -Infinity;
		const tasks: number[] = [];
		for (const { name, ts, dur, tdur = dur } of this.#work) {
			if (ts < end) continue;
			end = ts + dur;
			// The microtasks that a task leaves behind run after it, and block as if they were in it.
			if (name === MICROTASKS) tasks.push((tasks.pop() ?? 0) + tdur);
			else tasks.push(tdur);
		}
		return tasks.reduce((sum, us) => sum + Math.max(0, us / 1000 - LONG_MS), 0);
	}
}

/** The main thread that worked most: a navigation may leave that of an empty page behind. */
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

/** Traces the page's main thread while something runs. */
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
