import { z } from 'zod';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { otherRepositories } from '#lib/server/sources/other-repositories.ts';
import {
	checked,
	failed,
	together,
	type UseContext,
	type UseResult,
	type UseSource,
	type UseTarget
} from '#lib/server/sources/use-source.ts';

export const NPM_REGISTRY = 'npm-registry';

export interface MetadataTarget extends UseTarget {
	/** Who says that the package is the project's: begins with `owner/name`. */
	verified: string;
}

const FIRST_DAY = '2026-01-01';

/** One package a night, each in its turn; none without packages of npm. */
export function metadataTargets(
	projects: readonly ProjectPackages[],
	night: Day
): MetadataTarget[] {
	const all = projects.flatMap(({ project, packages }) =>
		packages
			.filter(({ registry }) => registry === 'npm')
			.map(({ name, verified }) => ({ repository: project, name, verified }))
	);
	const turn = all[daysBetween(FIRST_DAY, night) % all.length];
	return turn === undefined ? [] : [turn];
}

const versionSchema = z.object({
	name: z.string(),
	repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
	homepage: z.string().optional(),
	bugs: z.union([z.string(), z.object({ url: z.string().optional() })]).optional()
});

/**
 * The repositories that the newest version of a package names: `GET /{name}/latest`, fields as in
 * https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export const packageMetadata: UseSource<MetadataTarget> = {
	id: NPM_REGISTRY,
	async *observe(targets, context) {
		for await (const target of targets) {
			yield* await together([target], async () => [await readPackage(target, context)]);
		}
	}
};

async function readPackage(
	target: MetadataTarget,
	{ ask }: UseContext
): Promise<UseResult<MetadataTarget>> {
	const read = versionSchema.safeParse(await ask(`/${target.name.replace('/', '%2f')}/latest`));
	if (!read.success) return failed(target, 'answered in another shape');
	const { name, repository = '', homepage = '', bugs = '' } = read.data;
	if (packageKey('npm', name) !== packageKey('npm', target.name)) {
		return failed(target, 'answered for another package');
	}
	const source = typeof repository === 'string' ? repository : repository.url;
	const issues = typeof bugs === 'string' ? bugs : (bugs.url ?? '');
	const pointsTo = otherRepositories(target, [wholeAddress(source), homepage, issues]);
	return checked(target, pointsTo === null ? {} : { pointsTo });
}

/** `owner/name` and `github:owner/name` in full: https://docs.npmjs.com/cli/configuring-npm/package-json#repository */
const wholeAddress = (repository: string): string =>
	repository
		.replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
		.replace(/^git@github\.com:/, 'https://github.com/');
