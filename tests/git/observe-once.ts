/** Observes one history in a process of its own: `<address> <folder of histories> [<more of the target, as JSON>]`. */
import type { HistoryTarget } from '#lib/server/sources/git/history-options.ts';
import { observeHistories } from '#lib/server/sources/git/observe.ts';

const [address = '', cache = '', more = '{}'] = process.argv.slice(2);
const target = {
	databaseId: 1,
	address,
	head: null,
	tagCount: null,
	moment: Date.now(),
	months: 0,
	...(JSON.parse(more) as Partial<HistoryTarget>)
};
const options = { cache, token: null, about: '', protocols: ['http' as const], retryMs: 1 };
for await (const { outcome } of observeHistories([target], options)) console.log(outcome);
