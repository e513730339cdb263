import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowsNews, newsAskedFrom, newsQuery } from './asked-news.ts';

test('an address says projects, categories, reasons and a stack, in any order', () => {
	const asked = newsAskedFrom(
		new URLSearchParams(
			'ids=kserve, vLLM&reason=minor&reason=moved&reason=gossip&project=kueue&project='
		)
	);
	expect(asked).toEqual({
		projects: ['kueue'],
		categories: [],
		reasons: ['moved', 'minor'],
		stack: ['kserve', 'vllm']
	});
	expect(newsQuery(asked)).toBe('?project=kueue&reason=moved&reason=minor&ids=kserve,vllm');
});

test('a stack narrows nothing', () => {
	expect(narrowsNews(newsAskedFrom(new URLSearchParams('ids=kserve')))).toBe(false);
	expect(narrowsNews(newsAskedFrom(new URLSearchParams('reason=moved')))).toBe(true);
});

test('whatever is asked has one address, and reads back from it', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constantFrom('project', 'category', 'reason', 'ids', 'x'), fc.string())),
			(params) => {
				const asked = newsAskedFrom(new URLSearchParams(params));
				const query = newsQuery(asked);
				expect(newsAskedFrom(new URLSearchParams(query))).toEqual(asked);
			}
		)
	);
});
