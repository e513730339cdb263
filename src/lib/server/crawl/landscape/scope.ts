import type { Defect } from '#lib/radar/landscape/defect.ts';
import {
	readLandscape,
	type Landscape,
	type LandscapeItem
} from '#lib/radar/landscape/landscape.ts';
import { membersOf, ProjectRegistry, type Member } from '#lib/radar/landscape/membership.ts';
import { identityKey, measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import { misspeltNames } from '#lib/radar/landscape/scope-defects.ts';
import { projectsInScope } from '#lib/radar/landscape/scope.ts';
import { readYaml } from '#lib/radar/input/yaml.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { refuseForeign } from './foreign-landscape.ts';
import { by } from '#lib/radar/words/order.ts';

export interface Wanted {
	key: string;
	repository: string;
}

export interface CrawlScope {
	categories: Landscape['categories'];
	/** Projects in scope, and AI items in other categories. */
	items: LandscapeItem[];
	members: Member[];
	wanted: Wanted[];
	defects: Defect[];
}

/**
 * Projects in scope, with their former ids, and their repositories.
 * @throws {InputError} when the text is no landscape.
 */
export function crawlScope(
	text: string,
	file: string,
	data: Pick<DataFolder, 'settings' | 'overrides' | 'memberships' | 'landscape'>
): CrawlScope {
	const { settings, overrides, memberships } = data;
	const landscape = readLandscape(readYaml(text, file), settings.landscape.foundation);
	refuseForeign(landscape, data, file);
	const keyOf = (name: string) => identityKey(overrides, name);
	const scope = projectsInScope(landscape, settings.scope.categories, keyOf);
	const registry = new ProjectRegistry(keyOf);
	const newest = new Map(
		memberships.flatMap(({ members }) => members.map((member) => [member.project, member] as const))
	);
	registry.learn(newest.values());
	const members = new Map<string, Member>();
	for (const member of membersOf(scope.projects, registry)) {
		// Two items with one name, one without a repository, are one project.
		if (!members.has(member.project)) members.set(member.project, member);
	}
	const wanted = new Map<string, Wanted>();
	for (const member of members.values()) {
		const name = measuredRepository(overrides, member);
		if (name === null) continue;
		const key = keyOf(name);
		wanted.set(key, { key, repository: overrides.currentName(name) });
	}
	return {
		categories: landscape.categories,
		items: [...scope.entries, ...scope.elsewhere],
		members: [...members.values()],
		wanted: [...wanted.values()].sort(by(({ key }) => key)),
		defects: [
			...landscape.defects,
			...scope.defects,
			...misspeltNames(scope.entries, overrides.ownName)
		]
	};
}
