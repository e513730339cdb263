import type { OrganisationKind } from '#lib/radar/landscape/organisations-file.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import type { CarriedBy, KnownCarriedBy, ShownOrganisation } from './carried-by.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';

/** A project of an edition, and who carries it. */
export interface CarriedProject {
	id: string;
	name: string;
	category: string;
	ring: Ring | null;
	/** Its neutral home, such as "the CNCF"; null where it has none. */
	neutralHome: string | null;
	carriedBy: KnownCarriedBy;
}

/** Values of the metric `home` that are steps of the landscape's foundation. */
const OF_THE_FOUNDATION = ['graduated', 'incubating', 'sandbox'];

/** The neutral home that the model knows of, as shown; null where it knows none. `foundation`: the landscape's, "CNCF". */
export function neutralHomeOf(
	{ dimensions }: Pick<Placement, 'dimensions'>,
	foundation = 'foundation'
): string | null {
	const home = dimensions.flatMap(({ metrics }) => metrics).find(({ id }) => id === 'home');
	if (OF_THE_FOUNDATION.includes(String(home?.value))) return `the ${foundation}`;
	return home?.value === 'neutral-foundation' ? 'a neutral foundation' : null;
}

/** The projects of an edition as the list of players needs them. */
export const carriedProjects = (
	standings: readonly Standing[],
	foundation = 'foundation'
): CarriedProject[] =>
	standings.map(({ blip: { id, name, category, ring }, placement, carriedBy }) => {
		return {
			id,
			name,
			category,
			ring,
			neutralHome: neutralHomeOf(placement, foundation),
			carriedBy
		};
	});

/** A project as a player's row shows it. */
type PlayerProject = Pick<CarriedProject, 'id' | 'name' | 'category' | 'ring'> & {
	/** Of all commits of the year, 0 to 1: at least so many. */
	share: number;
	owns: boolean;
};

/** An organisation that carries projects of the group, or takes part in them. */
export interface Player {
	organisation: ShownOrganisation;
	/** Projects of which it wrote a tenth of the commits or more, by share. */
	carries: PlayerProject[];
	/** Further projects with two of its authors and five of its commits, or more, by share. */
	takesPart: PlayerProject[];
}

/** What the list of players is narrowed to; a field left out narrows nothing. */
export interface PlayerFilter {
	kind?: OrganisationKind;
	category?: string;
	/** Only projects with a neutral home. */
	neutralHome?: boolean;
}

const isObserved = (
	project: CarriedProject
): project is CarriedProject & { carriedBy: CarriedBy } => project.carriedBy.state === 'observed';

/** The players of an edition: by projects carried, then by projects taken part in, then by name. */
export function playersOf(
	projects: readonly CarriedProject[],
	filter: PlayerFilter = {}
): Player[] {
	const players = new Map<string, Player>();
	for (const project of projects.filter(isObserved)) {
		if (filter.category !== undefined && project.category !== filter.category) continue;
		if (filter.neutralHome === true && project.neutralHome === null) continue;
		for (const part of project.carriedBy.named) {
			const { organisation, share, owns, carries, takesPart } = part;
			if (!carries && !takesPart) continue;
			if (filter.kind !== undefined && organisation.kind !== filter.kind) continue;
			const player = players.get(organisation.id) ?? { organisation, carries: [], takesPart: [] };
			const { id, name, category, ring } = project;
			player[carries ? 'carries' : 'takesPart'].push({ id, name, category, ring, share, owns });
			players.set(organisation.id, player);
		}
	}
	const list = [...players.values()];
	for (const { carries, takesPart } of list) {
		carries.sort(byShare);
		takesPart.sort(byShare);
	}
	return list.sort(
		(a, b) =>
			b.carries.length - a.carries.length ||
			b.takesPart.length - a.takesPart.length ||
			(a.organisation.id < b.organisation.id ? -1 : 1)
	);
}

const byShare = (a: PlayerProject, b: PlayerProject): number =>
	b.share - a.share || (a.id < b.id ? -1 : 1);

/** What can be said of all projects together. */
export interface PlayersSummary {
	/** Projects whose commits could be counted. */
	projects: number;
	/** Share of all their commits whose organisation is known, 0 to 1; null without commits. */
	known: number | null;
	one: { yes: number; no: number; cannotTell: number };
	/** Projects with a neutral home of which one organisation wrote half, largest share first. */
	neutralButOne: { project: CarriedProject; organisation: ShownOrganisation; share: number }[];
}

/** What the list of players begins with. */
export function playersSummary(projects: readonly CarriedProject[]): PlayersSummary {
	const observed = projects.filter(isObserved);
	const commits = observed.reduce((sum, { carriedBy: { total } }) => sum + total, 0);
	const notKnown = observed.reduce(
		(sum, { carriedBy: { total, notKnown: share } }) => sum + share * total,
		0
	);
	const count = (answer: CarriedBy['oneOrganisation']) =>
		observed.filter(({ carriedBy }) => carriedBy.oneOrganisation === answer).length;
	return {
		projects: observed.length,
		known: commits === 0 ? null : 1 - notKnown / commits,
		one: { yes: count('yes'), no: count('no'), cannotTell: count('cannot-tell') },
		neutralButOne: observed
			.flatMap((project) => {
				const [first] = project.carriedBy.named;
				const isOne = project.carriedBy.oneOrganisation === 'yes' && project.neutralHome !== null;
				return isOne && first !== undefined
					? [{ project, organisation: first.organisation, share: first.share }]
					: [];
			})
			.sort((a, b) => b.share - a.share)
	};
}

/** The finding above the list, in words. */
export function playersFinding({ projects, known, one, neutralButOne }: PlayersSummary): string[] {
	if (known === null) return ['No commits could be counted by organisation yet.'];
	const share = Math.floor(known * 100 + 1e-9);
	return [
		`One organisation wrote at least half of the year’s commits in ${one.yes} of ${plural(projects, 'project')}. In ${one.no}, none did. In ${one.cannotTell}, it cannot be told.`,
		`${share}% of the commits could be told. A player whose people commit from private addresses is missing here.`,
		...(neutralButOne.length === 0
			? []
			: [
					`One organisation did at least half of the work in ${plural(neutralButOne.length, 'project')} with a neutral home. That is common, and no fault.`
				])
	];
}
