import { expect, test } from 'vitest';
import type { ProjectChange } from './difference.ts';
import type { MetricChange } from './metric-changes.ts';
import { moveCause, storyCardOf, storyGroups } from './story.ts';

const metric = (label: string, effect: number, before: number | null = 4): MetricChange => ({
	...{ id: label, label, unit: '', before, after: 2, effect }
});

const change = (name: string, parts: Partial<ProjectChange> = {}): ProjectChange => ({
	...{ id: name, name, category: 'AI', kind: 'out', from: 'adopt', to: 'trial' },
	...{ was: 80, is: 70, delta: -10, metrics: [], gates: [], says: null, holds: null },
	notRated: null,
	...parts
});

test('the cause is the gate that closed, before any metric', () => {
	const gates = [{ id: 'one-author' as const, began: true, sentence: '' }];
	expect(moveCause(change('Mem0', { gates, metrics: [metric('Stars', -3)] }))).toBe(
		'one author wrote half of the last 100 commits'
	);
});

test('a gate that opened moves a project in, not out', () => {
	const gates = [{ id: 'young' as const, began: false, sentence: '' }];
	expect(moveCause(change('A', { gates, kind: 'in' }))).toBe('no longer young');
	expect(moveCause(change('A', { gates, metrics: [metric('Stars', -3)] }))).toBe(
		'stars counts for less'
	);
});

test('without a gate it is the metric that pulled that way the most', () => {
	const metrics = [metric('Stars', 5), metric('Evidence of use', -4, null), metric('Forks', -1)];
	expect(moveCause(change('A', { metrics }))).toBe('evidence of use, now measured');
	expect(moveCause(change('A', { metrics, kind: 'in' }))).toBe('stars counts for more');
	expect(moveCause(change('A'))).toBe('a lower score');
});

test('a move for lack of data is on a card of its own, and entries are on none', () => {
	expect(storyCardOf(change('A', { lacksData: true }))).toBe('stale');
	expect(storyCardOf(change('A', { kind: 'entered', from: 'absent' }))).toBeNull();
	expect(storyCardOf(change('A', { kind: null }))).toBeNull();
});

test('projects of one step and one cause are told together, the most first', () => {
	const old = (name: string, from: 'adopt' | 'trial') =>
		change(name, {
			...{ kind: 'unrated' as const, from, to: 'not-rated' as const },
			notRated: `Its contributors: last observed on ${name}, too long ago.`
		});
	expect(storyGroups([old('A', 'adopt'), old('B', 'trial')], 'unrated')).toEqual([
		{
			...{ from: 'absent', to: 'not-rated', cause: 'last measured too long ago' },
			projects: [
				{ id: 'A', name: 'A' },
				{ id: 'B', name: 'B' }
			]
		}
	]);
	const stars = { metrics: [metric('Stars', -3)] };
	const groups = storyGroups([change('A'), change('B', stars), change('C', stars)], 'out');
	expect(groups.map(({ projects }) => projects.map(({ name }) => name).join())).toEqual([
		'B,C',
		'A'
	]);
});

test('a move that newly measured evidence made is told apart, in either direction', () => {
	const fresh = change('Kueue', { newlyMeasured: ['peers'], metrics: [metric('Use', -4)] });
	expect(storyCardOf(fresh)).toBe('measured');
	expect(moveCause(fresh)).toBe('newly measured: use by others of the group');
	expect(storyCardOf({ ...fresh, kind: 'in', from: 'trial', to: 'adopt' })).toBe('measured');
});
