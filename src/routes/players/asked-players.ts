import { ORGANISATION_KINDS } from '#lib/radar/landscape/organisations-file.ts';
import type { Player, PlayerFilter } from '#lib/radar/edition/carried/players.ts';
import { queryText } from '#lib/radar/words/addresses.ts';
import { alphabetically } from '#lib/radar/words/order.ts';

/** What the list can be ordered by; the first is the order without a parameter. */
const PLAYER_ORDERS = ['carries', 'takes-part', 'name', 'kind'] as const;
export type PlayerOrder = (typeof PLAYER_ORDERS)[number];

export interface AskedPlayers extends PlayerFilter {
	order: PlayerOrder;
}

/** `?kind=&category=&home=neutral&order=`; what is unknown asks for nothing. */
export function askedPlayers(params: URLSearchParams, categories: readonly string[]): AskedPlayers {
	const kind = ORGANISATION_KINDS.find((known) => known === params.get('kind'));
	const category = categories.find((known) => known === params.get('category'));
	return {
		...(kind && { kind }),
		...(category !== undefined && { category }),
		...(params.get('home') === 'neutral' && { neutralHome: true }),
		order: PLAYER_ORDERS.find((known) => known === params.get('order')) ?? 'carries'
	};
}

/** The address part of what is asked; `edition` null: the newest. */
export const playersQuery = (asked: AskedPlayers, edition: string | null): string =>
	queryText({
		edition,
		kind: asked.kind ?? null,
		category: asked.category ?? null,
		home: asked.neutralHome === true ? 'neutral' : null,
		order: asked.order === 'carries' ? null : asked.order
	});

/** `players` in their own order: by projects carried, then taken part in. */
export function orderedPlayers(players: readonly Player[], order: PlayerOrder): Player[] {
	const name = ({ organisation }: Player) => organisation.name;
	switch (order) {
		case 'carries':
			return [...players];
		case 'takes-part':
			return players.toSorted((a, b) => b.takesPart.length - a.takesPart.length);
		case 'name':
			return players.toSorted((a, b) => alphabetically(name(a), name(b)));
		case 'kind':
			return players.toSorted((a, b) => alphabetically(a.organisation.kind, b.organisation.kind));
	}
}
