import { placesInOrder } from '#lib/radar/landscape/file/landscape-order.ts';
import { ProjectRegistry, type Member } from '#lib/radar/landscape/membership.ts';
import { ownRepository } from '#lib/radar/landscape/file/merged-items.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import { identityKey, measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import { projectsInScope } from '#lib/radar/landscape/scope.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { elsewhere, landscapePlace, project, ProjectFacts } from '#lib/server/db/schema.ts';

const NO_FACTS: ProjectFacts = {
	accepted: null,
	incubating: null,
	graduated: null,
	archived: null,
	securityAudits: [],
	bestPractices: null,
	address: 'none',
	aliases: []
};

export interface FiledRows {
	/** All projects ever listed, under their newest names. */
	projects: (typeof project.$inferInsert)[];
	places: (typeof landscapePlace.$inferInsert)[];
	/** An item filed twice in one box counts once. */
	outside: (typeof elsewhere.$inferInsert)[];
}

/** `repositories`: ids by identity key. */
export function filedRows(
	{ landscape, memberships, overrides, settings }: DataFolder,
	repositories: ReadonlyMap<string, number>
): FiledRows {
	const keyOf = (name: string) => identityKey(overrides, name);
	const registry = new ProjectRegistry(keyOf);
	const newest = new Map<string, Member>();
	for (const { members } of memberships) {
		for (const member of members) newest.set(member.project, member);
	}
	registry.learn(newest.values());
	const scope = projectsInScope(landscape, settings.scope.categories, keyOf);
	const filed = new Map(
		scope.projects.map((item) => [registry.assign(item.names, ownRepository(item)), item])
	);
	const projects = [...newest.values()].map((member) => {
		const item = filed.get(member.project);
		const name = measuredRepository(overrides, member);
		const filedName = item?.name ?? member.name;
		const ownName = overrides.ownName(filedName);
		const aliases = [...overrides.aliases(filedName), ...(ownName === null ? [] : [filedName])];
		const facts: ProjectFacts =
			item === undefined
				? { ...NO_FACTS, aliases }
				: {
						accepted: item.accepted,
						incubating: item.incubating,
						graduated: item.graduated,
						archived: item.archived,
						securityAudits: item.securityAudits,
						bestPractices: item.bestPractices,
						address: item.repository.kind,
						aliases
					};
		return {
			id: member.project,
			name: ownName ?? filedName,
			homepage: item?.homepage ?? null,
			repositoryId: name === null ? null : (repositories.get(keyOf(name)) ?? null),
			facts
		};
	});
	const stored = new Map([...filed].filter(([id]) => newest.has(id)));
	const places = placesInOrder(landscape, stored).map((place, position) => ({
		position,
		category: place.category,
		subcategory: place.subcategory,
		projectId: place.project
	}));
	const outside = scope.elsewhere.map((item) => ({
		name: item.name,
		path: formatPath(item.path),
		repository: ownRepository(item),
		maturity: item.maturity
	}));
	return { projects, places, outside };
}
