import { z } from 'zod';
import {
	carriedProjects,
	playersOf,
	playersSummary,
	type Player,
	type PlayerFilter
} from '#lib/radar/edition/carried/players.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import { ORGANISATION_KINDS } from '#lib/radar/landscape/organisations-file.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { aboutSchema, ringSchema, type About } from './about.ts';

const part = z.object({
	id: z.string(),
	name: z.string(),
	category: z.string(),
	ring: ringSchema.nullable(),
	share: z.number().describe('Of all commits of the year: at least so many'),
	owns: z.boolean()
});

/** `players.json`: organisations, and the projects that they carry. */
export const playersSchema = aboutSchema.extend({
	summary: z.object({
		projects: z.number().int().describe('Whose commits could be counted'),
		known: z
			.number()
			.nullable()
			.describe('Share of their commits whose organisation is known; null without commits'),
		oneOrganisation: z.object({
			yes: z.number().int(),
			no: z.number().int(),
			cannotTell: z.number().int()
		})
	}),
	players: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			kind: z.enum(ORGANISATION_KINDS),
			carries: z.array(part).describe('A tenth of the commits or more'),
			takesPart: z.array(part).describe('Two authors and five commits, or more')
		})
	)
});

/** `?kind=&category=&home=neutral`, as the page takes it. */
export function playerFilter(params: URLSearchParams): PlayerFilter {
	const kind = ORGANISATION_KINDS.find((known) => known === params.get('kind'));
	const category = params.get('category') || undefined;
	return {
		...(kind && { kind }),
		...(category !== undefined && { category }),
		...(params.get('home') === 'neutral' && { neutralHome: true })
	};
}

const partJson = (list: Player['carries']) =>
	list.map(({ id, name, category, ring, share, owns }) => ({
		id,
		name,
		category,
		ring,
		share: rounded(share, 4),
		owns
	}));

export function playersJson(
	about: About,
	{ standings }: Pick<EditionStandings, 'standings'>,
	filter: PlayerFilter
): z.output<typeof playersSchema> {
	const projects = carriedProjects(standings);
	const { projects: counted, known, one } = playersSummary(projects);
	return {
		...about,
		summary: {
			projects: counted,
			known: known === null ? null : rounded(known, 4),
			oneOrganisation: one
		},
		players: playersOf(projects, filter).map(({ organisation, carries, takesPart }) => ({
			id: organisation.id,
			name: organisation.name,
			kind: organisation.kind,
			carries: partJson(carries),
			takesPart: partJson(takesPart)
		}))
	};
}
