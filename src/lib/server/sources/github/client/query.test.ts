import { describe, expect, test } from 'vitest';
import { NO_MEMORY } from '#lib/server/sources/github/memory.ts';
import { PULL_FIELDS } from '#lib/server/sources/github/facts/pulls.ts';
import { askFor, buildQuery } from './query.ts';

const TODAY = '2026-09-16';

describe('the query', () => {
	test('never holds a name in its text: names are variables', () => {
		const { query, variables } = buildQuery([askFor('o"}/r{', NO_MEMORY)], TODAY);
		expect(query).not.toContain('o"}');
		expect(variables).toMatchObject({ owner0: 'o"}', name0: 'r{' });
	});

	test('leaves out fragments that nobody uses', () => {
		const { query } = buildQuery([askFor('o/r', NO_MEMORY)], TODAY);
		expect(query).toContain('fragment Facts');
		expect(query).not.toContain('fragment Tags');
	});

	test('asks a busy repository by search in place of a page', () => {
		const memory = {
			...NO_MEMORY,
			asks: { pulls: [...PULL_FIELDS], firstCommit: null, tags: false }
		};
		const { query, variables } = buildQuery([askFor('o/r', memory)], TODAY);
		expect(query).not.toContain('RecentPulls');
		expect(query.match(/search\(/g)).toHaveLength(4);
		expect(variables.search0_mergedPulls90d).toBe('repo:o/r is:pr merged:>=2026-06-18');
	});
});
