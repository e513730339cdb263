/** Observes one history in a process of its own, which a test kills: `<address> <folder of histories>`. */
import { observeHistories } from '#lib/server/sources/git/observe.ts';

const [address = '', cache = ''] = process.argv.slice(2);
const target = {
	databaseId: 1,
	address,
	head: null,
	tagCount: null,
	moment: Date.now(),
	months: 0
};
const options = { cache, token: null, about: '', protocols: ['http' as const], retryMs: 1 };
for await (const { outcome } of observeHistories([target], options)) console.log(outcome);
