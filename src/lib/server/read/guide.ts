import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { indexed } from '#lib/radar/guide/facts/use-cases-index.ts';
import { readUseCases, type UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { guideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import { guideProjects } from '#lib/radar/guide/stack/guide-project.ts';
import { InputError, readYaml, type YamlSource } from '#lib/radar/input/yaml.ts';
import { parseOverrides, type Overrides } from '#lib/radar/landscape/overrides.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Database } from '#lib/server/db/database.ts';
import { boxesEverFiled, helmChartsSeen } from '#lib/server/db/queries/guide.ts';
import { projectIds } from '#lib/server/db/queries/projects.ts';

/** What a data folder says to the guide. */
export interface GuideFacts {
	useCases: UseCases;
	overrides: Overrides;
	/** The file of the facts, for the lines of what is odd in it. */
	source: YamlSource;
}

const FACTS = 'use-cases.yml';

/** Whether a data folder holds facts for the guide. */
export const holdsGuide = (folder: string): boolean => existsSync(join(folder, FACTS));

/** @throws {InputError} naming file and line, where a fact names a project or box that was never on the radar. */
export function readGuideFacts(folder: string, db: Database): GuideFacts {
	const text = (name: string): string => {
		const file = join(folder, name);
		if (existsSync(file)) return readFileSync(file, 'utf8');
		throw new InputError([{ file, path: '', line: null, message: 'is missing' }]);
	};
	const source = readOnce(text(FACTS), join(folder, FACTS));
	const useCases = readUseCases(source, {
		projects: new Set(projectIds(db)),
		boxes: new Set(boxesEverFiled(db))
	});
	const overrides = parseOverrides(text('overrides.yml'), join(folder, 'overrides.yml'));
	return { useCases, overrides, source };
}

/** The last file read, by its text: it takes 200 ms, and most nights do not change it. */
let lastRead: { text: string; source: YamlSource } | null = null;

function readOnce(text: string, file: string): YamlSource {
	if (lastRead?.text !== text || lastRead.source.file !== file) {
		lastRead = { text, source: readYaml(text, file) };
	}
	return lastRead.source;
}

/** Joins the facts with an edition. */
export function guideOf(
	{ useCases, overrides }: GuideFacts,
	db: Database,
	edition: Edition,
	standings: readonly Standing[]
): Guide {
	const charts = helmChartsSeen(db, edition);
	const projects = guideProjects(standings, {
		foundationOf: (repository) => overrides.foundation(repository)?.foundation ?? null,
		helmChartsOf: (repository) => charts.get(repository) ?? null
	});
	return { useCases, edition: guideEdition(useCases, edition, projects) };
}

/** Of a data folder without facts: it knows no use case. */
export function guideWithoutFacts(edition: Edition): Guide {
	const useCases = indexed({
		version: 1,
		checked: edition.date,
		taxonomy: [],
		layers: [],
		roles: [],
		projects: {},
		works_with: [],
		strict_links: [],
		links: [],
		conflicts: [],
		charts: {},
		ambiguous_names: [],
		same_words: [],
		questions: [],
		base: [],
		use_cases: [],
		read: {}
	});
	return { useCases, edition: guideEdition(useCases, edition, []) };
}
