import type { Edition } from '#lib/radar/model/placement.ts';
import type { GuideProject } from './guide-project.ts';
import type { Role, RoleFact, UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { by } from '#lib/radar/words/order.ts';

/** That a project plays a role, and where that was read. */
export interface Player {
	project: GuideProject;
	/** As of `data/use-cases.yml`; for a project that the role's box speaks for, what `filed` means. */
	fact: Omit<RoleFact, 'role'>;
	/** Besides its main part, in a role that a rated one plays as its main part: it saves no project. */
	isBorrowed: boolean;
}

/** The projects of one edition, made ready to be asked for by role. */
export interface GuideEdition {
	edition: Pick<Edition, 'id' | 'date' | 'modelVersion'>;
	projects: readonly GuideProject[];
	/** Null: it does not stand in the edition. */
	project: (id: string) => GuideProject | null;
	/** All who play a role, rated or not, by id. */
	playersOf: (role: string) => readonly Player[];
	/** Its main part, or one of them, is a part of a Kubernetes cluster. */
	needsCluster: (project: string) => boolean;
	/** A chart was seen in its own repository. */
	hasChart: (project: GuideProject) => boolean;
}

const BY_BOX: Player['fact'] = {
	source: 'filed',
	side: false,
	spec: false,
	requires: [],
	needs_cluster: false,
	no_cluster: false
};

/** Facts about projects that do not stand in the edition are left aside. */
export function guideEdition(
	useCases: UseCases,
	edition: GuideEdition['edition'],
	projects: readonly GuideProject[]
): GuideEdition {
	const { file } = useCases;
	const byId = new Map(projects.map((project) => [project.id, project]));
	const players = new Map(
		file.roles.map((role) => [role.id, playersOf(role, useCases, projects)] as const)
	);
	const ofCluster = new Set(
		projects
			.filter(({ id }) =>
				(file.projects[id] ?? []).some(
					(fact) => !fact.side && useCases.role(fact.role).needs_cluster
				)
			)
			.map(({ id }) => id)
	);
	const { id: editionId, date, modelVersion } = edition;
	return {
		edition: { id: editionId, date, modelVersion },
		projects,
		project: (id) => byId.get(id) ?? null,
		playersOf: (role) => players.get(role) ?? [],
		needsCluster: (id) => ofCluster.has(id),
		hasChart: ({ id, helmCharts }) => file.charts[id] !== undefined || (helmCharts ?? 0) > 0
	};
}

function playersOf(
	role: Role,
	{ file }: UseCases,
	projects: readonly GuideProject[]
): readonly Player[] {
	const facts = projects.flatMap((project) => {
		const own = file.projects[project.id];
		const fact = own?.find((one) => one.role === role.id);
		if (fact !== undefined) return [{ project, fact }];
		const isInBox = own === undefined && role.box !== undefined && project.boxes.includes(role.box);
		return isInBox ? [{ project, fact: BY_BOX }] : [];
	});
	const isAnyonesMain = facts.some(
		({ project: { ring }, fact }) => ring !== null && ring !== 'hold' && !fact.side && !fact.spec
	);
	return facts
		.map(({ project, fact }) => ({ project, fact, isBorrowed: fact.side && isAnyonesMain }))
		.sort(by((one) => one.project.id));
}
