import { describe, expect, test } from 'vitest';
import {
	compareProjects,
	comparedIds,
	leftOutIds,
	splitAlike,
	type ComparedRow
} from './comparison.ts';
import { comparisonMarkdown } from '../../../routes/compare/comparison-markdown.ts';
import type { ProjectPage } from './project/project-page.ts';
import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';

const part = (id: string, possible: number, share: number | null): MetricPart => ({
	id,
	label: `Label ${id}`,
	unit: 'people',
	value: share === null ? null : Math.round(share * 100),
	share,
	won: share === null ? null : share * possible,
	possible,
	state: share === null ? 'unknown' : 'observed',
	note: null,
	observedOn: null,
	source: null,
	carriedOver: false
});

function project(
	id: string,
	metrics: MetricPart[],
	change: Partial<ProjectPage> = {}
): ProjectPage {
	const placement = {
		projectId: id,
		ring: 'trial',
		score: 70,
		gates: [],
		confidence: { share: 0.9, level: 'high' },
		momentum: { trend: 'steady', value: 0, reason: null },
		withoutCncf: null,
		dimensions: [
			{
				id: 'community',
				label: 'Community',
				weight: 30,
				won: metrics.reduce((sum, { won }) => sum + (won ?? 0), 0),
				observed: metrics.reduce((sum, m) => sum + (m.share === null ? 0 : m.possible), 0),
				metrics
			}
		]
	} as unknown as Placement;
	return {
		id,
		name: id.toUpperCase(),
		paths: [{ category: 'Data', subcategory: 'Store' }],
		maturity: null,
		observed: [],
		placement,
		blip: null,
		...change
	} as unknown as ProjectPage;
}

describe('comparing projects', () => {
	const comparison = compareProjects([
		project('a', [part('small', 2, 0), part('large', 20, 0.2), part('unknown', 8, null)]),
		project('b', [part('small', 2, 1), part('large', 20, 0.5), part('unknown', 8, 0.5)], {
			maturity: 'sandbox'
		})
	]);

	test('puts the greatest difference first, weighed by what it can win', () => {
		expect(comparison.metrics.map(({ id }) => id)).toEqual(['large', 'small', 'unknown']);
		expect(comparison.metrics[0]?.difference).toBeCloseTo(6, 9);
	});

	test('does not call it a difference when only one is known', () => {
		const { alike } = splitAlike(comparison.metrics);
		expect(alike.map(({ id }) => id)).toEqual(['unknown']);
		expect(alike[0]?.cells[0]).toEqual({ text: 'not known', share: null, observedOn: null });
	});

	test('puts the facts that differ before those that do not', () => {
		const differ = comparison.facts.map(({ difference }) => difference > 0);
		expect(differ.indexOf(false)).toBe(differ.filter(Boolean).length);
		expect(comparison.facts[0]?.id).toBe('cncf');
	});

	test('tells the day of what was seen, and none of what was not or is computed of many values', () => {
		const observed = [
			{ field: 'lastCommit', value: '2026-08-20', observedOn: '2026-08-22' }
		] as unknown as ProjectPage['observed'];
		const { facts, metrics, dimensions } = compareProjects([
			project('a', [{ ...part('x', 2, 0), observedOn: '2026-07-31' }], { observed }),
			project('b', [part('x', 2, null)])
		]);
		const days = (rows: readonly ComparedRow[], id: string) =>
			rows.find((row) => row.id === id)?.cells.map(({ observedOn }) => observedOn);
		expect(days(facts, 'last-commit')).toEqual(['2026-08-22', null]);
		expect(days(facts, 'ring')).toEqual([null, null]);
		expect(days(metrics, 'x')).toEqual(['2026-07-31', null]);
		expect(days(dimensions, 'community')).toEqual([null, null]);
	});

	test('tells beside a value what it does not tell itself, also in Markdown', () => {
		const note = 'the middle of 12 monthly counts; 89,671 on 22 August 2026';
		const compared = compareProjects([
			project('a', [{ ...part('x', 2, 0.9), note }]),
			project('b', [{ ...part('x', 2, null), note: 'not measured' }])
		]);
		expect(compared.metrics[0]?.cells.map((cell) => cell.note)).toEqual([note, undefined]);
		const shown = {
			...compared,
			metrics: compared.metrics.map((row) => ({ ...row, difference: 1 }))
		};
		const head = { names: ['A', 'B'], edition: '', modelVersion: '', notice: '', url: null };
		expect(comparisonMarkdown(shown, head)).toContain(`90 people, ${note} |`);
	});

	test('measures a dimension by what is known of it', () => {
		expect(comparison.dimensions[0]?.cells.map(({ text }) => text)).toEqual([
			'4 of 22',
			'16 of 30'
		]);
	});
});

test.each([
	['a,b', ['a', 'b']],
	[' A , a,,b', ['a', 'b']],
	['a,b,c,d,e', ['a', 'b', 'c', 'd']],
	[null, []],
	[',,', []]
])('%j asks for %j', (text, ids) => {
	expect(comparedIds(text)).toEqual(ids);
});

test('ids beyond the fourth are left out, and told', () => {
	expect(leftOutIds('a,b,a,c,d,e,f')).toEqual(['e', 'f']);
	expect(leftOutIds('a,b')).toEqual([]);
	expect(leftOutIds(null)).toEqual([]);
});

test('Markdown is a table whose cells no name can break', () => {
	const names = ['A|B', '<script>'];
	const text = comparisonMarkdown(
		compareProjects([
			project('a', [{ ...part('x', 2, 0), observedOn: '2026-08-22' }]),
			project('b', [part('x', 2, 1)])
		]),
		{ names, edition: 'August 2026', modelVersion: '1.0.0', notice: 'Unofficial.', url: null }
	);
	const rows = text.split('\n').filter((line) => line.startsWith('|'));
	expect(rows.length).toBeGreaterThan(10);
	for (const row of rows) {
		expect(row.replaceAll('\\|', '').split('|')).toHaveLength(names.length + 3);
	}
	expect(text).not.toContain('<script>');
	expect(text).toContain('| Label x | 0 people (22 August 2026) | 100 people |');
});
