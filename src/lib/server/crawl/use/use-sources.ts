import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { clickpy, CLICKPY } from '#lib/server/sources/clickpy/clickpy.ts';
import { ADOPTERS_LISTS, adoptersLists } from '#lib/server/sources/adopters/adopters-lists.ts';
import { GITHUB_API, type GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { MANIFESTS, manifests } from '#lib/server/sources/manifests/manifests.ts';
import { declaredTargets, groupOf, listTargets } from './use-targets.ts';
import { DEPS_DEV, scorecards } from '#lib/server/sources/deps-dev/scorecards.ts';
import {
	DOCKER_HUB,
	imagePulls,
	IMAGES_A_WEEK,
	imageTargets
} from '#lib/server/sources/docker-hub/image-pulls.ts';
import { NPM_DOWNLOADS, npmDownloads } from '#lib/server/sources/npm/npm-downloads.ts';
import {
	metadataTargets,
	NPM_REGISTRY,
	packageMetadata
} from '#lib/server/sources/npm-registry/package-metadata.ts';
import { TOP_PYPI, topPypi } from '#lib/server/sources/top-pypi/top-pypi.ts';
import {
	packageTargets,
	type UseResult,
	type UseContext,
	type UseTarget
} from '#lib/server/sources/use-source.ts';

/** The parts of a data folder that say what is asked. */
export type UseData = Pick<
	DataFolder,
	'packages' | 'candidates' | 'use' | 'memberships' | 'overrides' | 'observations'
>;

/** What targets are chosen by. */
interface Choice {
	data: UseData;
	/** Reads files of repositories. */
	client: GitHubClient;
	/** Rows of this source. */
	known: readonly UseRow[];
	night: Day;
	/** What the sources before it came to tonight. */
	tonight: readonly UseReading[];
}

/** A source of evidence of use, and how it is asked. */
export interface UseSourceEntry {
	/** As in `data/sources.yml`: a source that does not stand there is not asked. */
	id: string;
	/** The variable that holds its address. */
	variable: string;
	/** Null: it is asked only where the variable is set. */
	address: string | null;
	/** Requests a night, at most. */
	budget: number;
	/** Asked again so many days after it answered, a day after it did not. */
	everyDays: number;
	/** What it is asked about; it is not asked about nothing. */
	observe: (choice: Choice, context: UseContext) => Asking;
}

/** Targets, and their results as they come. */
interface Asking {
	targets: readonly UseTarget[];
	results: () => AsyncIterable<UseResult<UseTarget>>;
}

const WEEK = 7;

/** Files of repositories come by the crawl's own client, within its limits. */
const GITHUB = { variable: 'GITHUB_API_URL', address: GITHUB_API, budget: 0, everyDays: WEEK };

/** A new source is a folder in `sources/`, a row here and one in `data/sources.yml`, and a test. In the order asked. */
export const USE_SOURCES: readonly UseSourceEntry[] = [
	{
		id: CLICKPY,
		variable: 'CLICKPY_URL',
		address: 'https://sql-clickhouse.clickhouse.com',
		budget: 2,
		everyDays: WEEK,
		observe: ({ data, known, night }, context) => {
			const targets = packageTargets(data.packages.projects, 'pypi', known, night);
			return { targets, results: () => clickpy.observe(targets, context) };
		}
	},
	{
		id: TOP_PYPI,
		variable: 'TOP_PYPI_URL',
		address: 'https://hugovk.dev/top-pypi-packages',
		budget: 1,
		everyDays: WEEK,
		// The list stands in where exact counts cannot be had.
		observe: ({ data, known, night, tonight }, context) => {
			const exact = tonight.find(({ source }) => source === CLICKPY);
			const targets =
				exact === undefined || exact.figures > 0
					? []
					: packageTargets(data.packages.projects, 'pypi', known, night);
			return { targets, results: () => topPypi.observe(targets, context) };
		}
	},
	{
		id: NPM_DOWNLOADS,
		variable: 'NPM_DOWNLOADS_URL',
		address: null,
		budget: 8,
		everyDays: WEEK,
		observe: ({ data, known, night }, context) => {
			const targets = packageTargets(data.packages.projects, 'npm', known, night);
			return { targets, results: () => npmDownloads.observe(targets, context) };
		}
	},
	{
		id: NPM_REGISTRY,
		variable: 'NPM_REGISTRY_URL',
		address: null,
		budget: 1,
		everyDays: 1,
		observe: ({ data, night }, context) => {
			const targets = metadataTargets(data.packages.projects, night);
			return { targets, results: () => packageMetadata.observe(targets, context) };
		}
	},
	{
		id: DEPS_DEV,
		variable: 'DEPS_DEV_URL',
		address: 'https://api.deps.dev',
		budget: 2,
		everyDays: WEEK,
		observe: ({ data }, context) => {
			const targets = data.packages.projects.map(({ project }) => ({
				repository: project,
				name: project
			}));
			return { targets, results: () => scorecards.observe(targets, context) };
		}
	},
	{
		id: DOCKER_HUB,
		variable: 'DOCKER_HUB_URL',
		address: null,
		budget: IMAGES_A_WEEK,
		everyDays: WEEK,
		observe: ({ data, known, night }, context) => {
			const targets = imageTargets(data.packages.projects, known, night);
			return { targets, results: () => imagePulls.observe(targets, context) };
		}
	},
	{
		id: ADOPTERS_LISTS,
		...GITHUB,
		observe: ({ data, known, night, client }, context) => {
			const targets = client.authenticated ? listTargets(data, known) : [];
			return {
				targets,
				results: () => adoptersLists(client).observe(targets, { ...context, night })
			};
		}
	},
	{
		id: MANIFESTS,
		...GITHUB,
		observe: ({ data, known, client, night }, context) => {
			const targets = client.authenticated ? declaredTargets(data, known, night) : [];
			const group = groupOf(data, known);
			return { targets, results: () => manifests(client, group).observe(targets, context) };
		}
	}
];

/** Where each source is asked; one without an address, or with `off`, is not. */
export const useAddresses = (
	env: Readonly<Record<string, string | undefined>>
): ReadonlyMap<string, string> =>
	new Map(
		USE_SOURCES.flatMap(({ id, variable, address }) => {
			const base = (env[variable]?.trim() || address)?.replace(/\/+$/, '');
			return base === undefined || base === 'off' ? [] : [[id, base] as const];
		})
	);
