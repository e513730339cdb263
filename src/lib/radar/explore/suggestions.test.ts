import { expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { nothingAsked } from './asked.ts';
import { emptyFilter } from './filter.ts';
import { nearestProjects, whatToDrop } from './suggestions.ts';

const { blips } = makeEditionView({ seed: 5, count: 188 });

test('tells what each part of a view keeps away, most first', () => {
	const view = {
		...nothingAsked(),
		query: 'milvus zzzz',
		filter: { ...emptyFilter(), ring: ['hold'] }
	};
	expect(whatToDrop(view, blips)).toEqual([]);
	const drops = whatToDrop({ ...view, query: 'milvus' }, blips);
	expect(drops.map(({ what, text, count }) => [what, text, count])).toEqual([
		['query', 'milvus', blips.filter(({ ring }) => ring === 'hold').length],
		['ring', '', 1]
	]);
	expect(drops[1]?.change.filter).toEqual(emptyFilter());
});

test('a zoomed segment can be left, and one condition alone is no suggestion', () => {
	const inAgent = { ...nothingAsked(), query: 'kserve', segment: 'AI Agent' };
	expect(whatToDrop(inAgent, blips).map(({ what }) => what)).toEqual(['query', 'segment']);
	expect(whatToDrop({ ...nothingAsked(), query: 'zzzz' }, blips)).toEqual([]);
});

test('the nearest names come first, also by one word or an alias', () => {
	const named = blips.map((blip) => (blip.id === 'milvus' ? { ...blip, aliases: ['MVS'] } : blip));
	expect(nearestProjects('langchian', named)[0]?.name).toBe('LangChain');
	expect(nearestProjects('guardrials', named)[0]?.name).toMatch(/guardrails/i);
	expect(nearestProjects('langchian zzzzzz ring:hold', named)[0]?.name).toBe('LangChain');
	expect(nearestProjects('mvz', named)[0]?.name).toBe('Milvus');
	expect(nearestProjects('xxxxxxxxxxxxxxxxxx', named)).toEqual([]);
	expect(nearestProjects('langchian', named).length).toBeLessThanOrEqual(3);
});
