import { expect, test } from 'vitest';
import { scoreProject } from '#lib/radar/model/score.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import { HEALTHY, subjectOf, useOf } from '../../../../tests/fixtures/subject.ts';
import { carriedByJson, useJson } from './project-evidence.ts';

test('every kind of use is exported, with its value or why there is none', () => {
	const { dimensions } = scoreProject(subjectOf(HEALTHY, { use: useOf(2, 9) }), model);
	const kinds = useJson({ dimensions });
	expect(kinds.map(({ kind, value, counts }) => [kind, value, counts])).toEqual([
		['downloads', null, false],
		['peers', 2, true],
		['adopters', 9, true],
		['verified', null, false],
		['pulls', null, false]
	]);
	expect(kinds[1]).toMatchObject({ usedBy: ['user0/app', 'user1/app'], reason: null });
	for (const { value, reason } of kinds) expect(value === null).toBe(reason !== null);
});

test('shares of all commits stand beside what is not known', () => {
	const organisation = {
		id: 'maker',
		name: 'Maker',
		kind: 'company' as const,
		landscape: undefined
	};
	const { carriedBy } = carriedByJson({
		state: 'observed',
		observedOn: '2026-08-22',
		source: 'history',
		total: 300,
		agents: 4,
		named: [
			{
				organisation,
				share: 1 / 3,
				commits: 100,
				authors: 7,
				owns: true,
				carries: true,
				takesPart: true
			}
		],
		others: 0.1,
		notKnown: 170 / 300,
		oneOrganisation: 'cannot-tell',
		maintainers: null
	});
	expect(carriedBy).toMatchObject({
		commits: 300,
		organisations: [{ id: 'maker', share: 0.3333, commits: 100, authors: 7, owns: true }],
		others: 0.1,
		notKnown: 0.5667,
		oneOrganisation: 'cannot-tell'
	});
	expect(carriedByJson({ state: 'unknown', reason: 'not counted yet' })).toEqual({
		carriedBy: null,
		carriedByUnknown: 'not counted yet'
	});
});
