import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Prepared, PrepareRequest } from './prepare.ts';

export type Preparation = { made: Prepared } | { problem: string; code: string | null };

/** Prepares in a thread of its own; `worker`: the address of prepare-worker. */
export const preparerIn =
	(worker: URL) =>
	async (request: PrepareRequest): Promise<Prepared> => {
		const thread = new Worker(worker, { workerData: request });
		const [answer] = (await once(thread, 'message')) as [Preparation];
		if ('made' in answer) return answer.made;
		throw Object.assign(new Error(answer.problem), { code: answer.code });
	};
