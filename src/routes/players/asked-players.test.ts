import { expect, test } from 'vitest';
import type { Player } from '#lib/radar/edition/carried/players.ts';
import { askedPlayers, orderedPlayers, playersQuery } from './asked-players.ts';

const player = (name: string, kind: Player['organisation']['kind'], takesPart: number): Player => ({
	organisation: { id: name.toLowerCase(), name, kind, landscape: undefined },
	carries: [],
	takesPart: Array.from({ length: takesPart }, (_, i) => ({
		id: `project-${i}`,
		name: `Project ${i}`,
		category: 'Data',
		ring: null,
		share: 0.01,
		owns: false
	}))
});

test('an address says what is shown, and the same address comes out again', () => {
	const query = 'kind=company&category=Data&home=neutral&order=name';
	const asked = askedPlayers(new URLSearchParams(query), ['Data', 'Training']);
	expect(asked).toEqual({ kind: 'company', category: 'Data', neutralHome: true, order: 'name' });
	expect(playersQuery(asked, '2026-07')).toBe(`?edition=2026-07&${query}`);
});

test('what is unknown asks for nothing', () => {
	const asked = askedPlayers(new URLSearchParams('kind=guild&category=Art&home=x&order=size'), [
		'Data'
	]);
	expect(asked).toEqual({ order: 'carries' });
	expect(playersQuery(asked, null)).toBe('');
});

test('orders by name, by kind and by projects taken part in', () => {
	const players = [player('Zeta', 'company', 1), player('Alpha', 'university', 3)];
	const names = (order: Parameters<typeof orderedPlayers>[1]) =>
		orderedPlayers(players, order).map(({ organisation }) => organisation.name);
	expect(names('carries')).toEqual(['Zeta', 'Alpha']);
	expect(names('name')).toEqual(['Alpha', 'Zeta']);
	expect(names('kind')).toEqual(['Zeta', 'Alpha']);
	expect(names('takes-part')).toEqual(['Alpha', 'Zeta']);
});
