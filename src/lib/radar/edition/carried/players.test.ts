import { expect, test } from 'vitest';
import type { CarryingOrganisation, KnownCarriedBy } from './carried-by.ts';
import { playersFinding, playersOf, playersSummary, type CarriedProject } from './players.ts';

const organisation = (id: string, kind: 'company' | 'university' = 'company') =>
	({ id, name: id, kind }) as CarryingOrganisation['organisation'];
const part = (id: string, share: number, kind?: 'university'): CarryingOrganisation => ({
	organisation: organisation(id, kind),
	share,
	commits: share * 100,
	authors: 3,
	owns: false,
	carries: share >= 0.1,
	takesPart: share >= 0.05
});
const project = (
	id: string,
	named: CarryingOrganisation[],
	more: Partial<CarriedProject> = {},
	oneOrganisation: 'yes' | 'no' | 'cannot-tell' = 'cannot-tell'
): CarriedProject => {
	const known = named.reduce((sum, { share }) => sum + share, 0);
	const carriedBy: KnownCarriedBy = {
		state: 'observed',
		observedOn: '2026-08-22',
		source: 'history',
		total: 100,
		agents: 0,
		named,
		others: 0,
		notKnown: 1 - known,
		oneOrganisation,
		maintainers: null
	};
	return { id, name: id, category: 'Data', ring: 'trial', neutralHome: null, carriedBy, ...more };
};
const projects = [
	project('p1', [part('alpha', 0.6), part('beta', 0.06)], { neutralHome: 'the CNCF' }, 'yes'),
	project('p2', [part('beta', 0.3), part('uni', 0.2, 'university'), part('tiny', 0.01)]),
	project('p3', [part('beta', 0.2), part('alpha', 0.15)], { category: 'Training' }),
	project('p4', [], { carriedBy: { state: 'unknown', reason: 'not yet' } })
];
const shown = (...given: Parameters<typeof playersOf>) =>
	playersOf(...given).map(
		({ organisation: { id }, carries, takesPart }) =>
			`${id}: ${carries.map((own) => own.id).join(' ')} / ${takesPart.map((own) => own.id).join(' ')}`
	);

test('players come by projects carried, then taken part in, then by name', () => {
	expect(shown(projects)).toEqual(['beta: p2 p3 / p1', 'alpha: p1 p3 / ', 'uni: p2 / ']);
});

test.each([
	[{ kind: 'university' as const }, ['uni: p2 / ']],
	[{ category: 'Training' }, ['alpha: p3 / ', 'beta: p3 / ']],
	[{ neutralHome: true }, ['alpha: p1 / ', 'beta:  / p1']]
])('narrowed to %j', (filter, players) => {
	expect(shown(projects, filter)).toEqual(players);
});

test('the summary counts every commit, and names neutral homes with one organisation', () => {
	const summary = playersSummary(projects);
	expect(summary).toMatchObject({
		projects: 3,
		one: { yes: 1, no: 0, cannotTell: 2 },
		neutralButOne: [{ project: { id: 'p1' }, organisation: { id: 'alpha' }, share: 0.6 }]
	});
	expect(summary.known).toBeCloseTo((66 + 51 + 35) / 300, 9);
	expect(playersFinding(summary)).toEqual([
		'One organisation wrote at least half of the year’s commits in 1 of 3 projects. In 0, none did. In 2, it cannot be told.',
		'50% of the commits could be told. A player whose people commit from private addresses is missing here.',
		'One organisation did at least half of the work in 1 project with a neutral home. That is common, and no fault.'
	]);
});

test('without any count that is all that is said', () => {
	expect(playersFinding(playersSummary([]))).toEqual([
		'No commits could be counted by organisation yet.'
	]);
});
