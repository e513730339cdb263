import { placeEdition } from '#lib/radar/edition/edition.ts';
import { slug, type Member } from '#lib/radar/landscape/membership.ts';
import { prepareModel } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { ownRepository } from '#lib/radar/landscape/file/merged-items.ts';
import { projectsInScope } from '#lib/radar/landscape/scope.ts';
import type { Validation } from '#lib/radar/validation/report.ts';
import { takeSample, type PlacedEdition } from '#lib/radar/validation/sample.ts';
import { validate } from '#lib/radar/validation/validate.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { editionSources } from './edition-source.ts';

/** Validates the model on the newest edition; scores all earlier ones anew. */
export function runValidation(db: Database, data: DataFolder): Validation {
	const sourceOf = editionSources(db, data);
	const judge = prepareModel(data.settings.model);
	const editions: PlacedEdition[] = [];
	let before: Map<string, Placement> | null = null;
	for (const published of data.editions) {
		const source = sourceOf(published);
		if (source === null) continue;
		const input: PlacedEdition['input'] = { ...source, before };
		const placements = placeEdition(input, judge).map(({ placement }) => placement);
		editions.push({ input, placements });
		before = new Map(placements.map((placement) => [placement.projectId, placement]));
	}
	const keyOf = (name: string) => identityKey(data.overrides, name);
	const elsewhere = measuredElsewhere(data, keyOf);
	return validate(takeSample({ editions, elsewhere, experts: data.experts, keyOf }, judge));
}

/** AI outside the group, treated as members; skips repositories that our corrections drop. */
function measuredElsewhere(data: DataFolder, keyOf: (name: string) => string): Member[] {
	const { overrides, settings, landscape } = data;
	const measured = new Set(data.observations.names.map(({ repository }) => keyOf(repository)));
	for (const { members } of data.memberships) {
		for (const { name, repository } of members) {
			const corrected = overrides.correction(name);
			if (repository !== null && corrected !== null && keyOf(corrected) !== keyOf(repository)) {
				measured.delete(keyOf(repository));
			}
		}
	}
	const { elsewhere } = projectsInScope(landscape, settings.scope.categories, keyOf);
	return elsewhere.flatMap((item): Member[] => {
		const repository = ownRepository(item);
		if (repository === null || !measured.has(keyOf(repository))) return [];
		return [
			{
				project: `elsewhere-${slug(item.name)}`,
				name: item.name,
				repository,
				maturity: item.maturity,
				badge: item.bestPractices !== null,
				paths: [item.path]
			}
		];
	});
}
