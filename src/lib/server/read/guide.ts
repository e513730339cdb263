import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideEdition, type GuideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import { guideProjects } from '#lib/radar/guide/stack/guide-project.ts';
import { readUseCases, type UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { InputError, readYaml, type YamlSource } from '#lib/radar/input/yaml.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { boxesEverFiled, helmChartsSeen } from '#lib/server/db/queries/guide.ts';
import { projectIds } from '#lib/server/db/queries/projects.ts';
import type { Site } from './site.ts';

/** What the guide answers from: the facts of a data folder, and the projects of an edition. */
export interface Guide {
	useCases: UseCases;
	edition: GuideEdition;
	/** The file of the facts, for the lines of what is odd in it. */
	source: YamlSource;
}

/**
 * Reads the facts of a data folder and joins them with an edition.
 * @throws {InputError} naming file and line, where a fact names a project or box that was never on the radar.
 */
export function readGuide(folder: string, site: Site, edition: Edition): Guide {
	const text = (name: string): string => {
		const file = join(folder, name);
		if (existsSync(file)) return readFileSync(file, 'utf8');
		throw new InputError([{ file, path: '', line: null, message: 'is missing' }]);
	};
	const source = readYaml(text('use-cases.yml'), join(folder, 'use-cases.yml'));
	const useCases = readUseCases(source, {
		projects: new Set(projectIds(site.db)),
		boxes: new Set(boxesEverFiled(site.db))
	});
	const overrides = parseOverrides(text('overrides.yml'), join(folder, 'overrides.yml'));
	const charts = helmChartsSeen(site.db, edition);
	const projects = guideProjects(site.standings(edition), {
		foundationOf: (repository) => overrides.foundation(repository)?.foundation ?? null,
		helmChartsOf: (repository) => charts.get(repository) ?? null
	});
	return { useCases, edition: guideEdition(useCases, edition, projects), source };
}
