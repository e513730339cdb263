import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { repositoryKey } from './repository-address.ts';
import {
	checkYaml,
	placeIn,
	readYaml,
	type Fault,
	type FaultPosition
} from '#lib/radar/input/yaml.ts';

const judged = {
	reason: z.string().min(1),
	date: daySchema,
	link: z.url({ protocol: /^https?$/ })
};
const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name');

const overridesSchema = z.strictObject({
	/** For items that file no repository, an organisation, or a meta or community one. */
	repositories: z.array(z.strictObject({ project: z.string(), repository, ...judged })).default([]),
	/** Where the landscape misspells a name. `project`: as spelt there. */
	names: z
		.array(z.strictObject({ project: z.string(), name: z.string().trim().min(1), ...judged }))
		.default([]),
	/** Short names that people search for. */
	aliases: z
		.array(
			z.strictObject({
				project: z.string(),
				aliases: z.array(z.string().trim().min(1)).min(1),
				...judged
			})
		)
		.default([]),
	renames: z.array(z.strictObject({ from: repository, to: repository, ...judged })).default([]),
	/** Code removed or project retired: hold from `date` on. */
	retired: z.array(z.strictObject({ repository, ...judged })).default([]),
	/** Quiet on purpose: the gates on quiet repositories do not apply. */
	feature_complete: z.array(z.strictObject({ repository, ...judged })).default([]),
	/** The gate `inactive` does not apply. */
	specifications: z
		.array(
			z.strictObject({ repository, releases: z.enum(['applicable', 'not-applicable']), ...judged })
		)
		.default([]),
	/** Neutral homes other than the CNCF. */
	foundations: z
		.array(
			z.strictObject({ repository, foundation: z.string(), since: daySchema.optional(), ...judged })
		)
		.default([]),
	/** A crawl's own answer takes precedence. */
	owners: z
		.array(z.strictObject({ owner: z.string(), type: z.enum(['organization', 'user']), ...judged }))
		.default([])
});

type OverridesFile = z.output<typeof overridesSchema>;

/** Accepts any spelling of `owner/name`. */
export interface Overrides {
	correction: (project: string) => string | null;
	/** The project's own spelling; null where the landscape's is right. */
	ownName: (project: string) => string | null;
	/** By the landscape's name. */
	aliases: (project: string) => readonly string[];
	/** Follows renames. */
	currentName: (repository: string) => string;
	/** Applies from its own date; other judgements apply to all editions. */
	retired: (repository: string) => Judgement | null;
	featureComplete: (repository: string) => Judgement | null;
	specification: (
		repository: string
	) => (Judgement & { releases: 'applicable' | 'not-applicable' }) | null;
	/** Applies from `since`, where known. */
	foundation: (repository: string) => (Judgement & { foundation: string; since?: string }) | null;
	owner: (repository: string) => (Judgement & { type: 'organization' | 'user' }) | null;
	unmatched: (judgeable: Judgeable) => FaultPosition[];
}

export interface Judgement {
	reason: string;
	date: string;
	link: string;
}

/** `learnt`: renames from crawls, by former key; the file takes precedence. @throws {InputError} */
export function parseOverrides(
	text: string,
	file: string,
	learnt: ReadonlyMap<string, string> = new Map()
): Overrides {
	const source = readYaml(text, file);
	const data = checkYaml(source, overridesSchema);
	const renames = new Map([
		...learnt,
		...data.renames.map(({ from, to }) => [repositoryKey(from), to] as const)
	]);
	const currentName = (name: string): string => {
		const seen = new Set<string>();
		let current = name;
		for (;;) {
			const key = repositoryKey(current);
			const next = renames.get(key);
			if (next === undefined || seen.has(key)) return current;
			seen.add(key);
			current = next;
		}
	};
	const byRepository = <T extends { repository: string }>(entries: T[]) => {
		const map = new Map(
			entries.map((entry) => [repositoryKey(currentName(entry.repository)), entry])
		);
		return (name: string): T | null => map.get(repositoryKey(currentName(name))) ?? null;
	};
	const corrections = new Map(
		data.repositories.map((entry) => [entry.project.toLowerCase(), entry.repository])
	);
	const names = new Map(data.names.map((entry) => [entry.project.toLowerCase(), entry.name]));
	const aliases = new Map(
		data.aliases.map((entry) => [entry.project.toLowerCase(), entry.aliases])
	);
	const owners = new Map(data.owners.map((entry) => [entry.owner.toLowerCase(), entry]));
	return {
		correction: (project) => corrections.get(project.toLowerCase()) ?? null,
		ownName: (project) => names.get(project.toLowerCase()) ?? null,
		aliases: (project) => aliases.get(project.toLowerCase()) ?? [],
		currentName,
		retired: byRepository(data.retired),
		featureComplete: byRepository(data.feature_complete),
		specification: byRepository(data.specifications),
		foundation: byRepository(data.foundations),
		owner: (name) => owners.get(name.split('/')[0]?.toLowerCase() ?? '') ?? null,
		unmatched: (judgeable) =>
			unmatchedOverrides(data, judgeable, currentName).map((fault) => placeIn(source, fault))
	};
}

interface Judgeable {
	projects: Iterable<string>;
	repositories: Iterable<string>;
}

const ABOUT_REPOSITORIES = [
	'retired',
	'feature_complete',
	'specifications',
	'foundations'
] as const satisfies (keyof OverridesFile)[];
const ABOUT_NAMES = ['repositories', 'names', 'aliases'] as const satisfies (keyof OverridesFile)[];

/** Judgements that match nothing, probably misspelt. */
function unmatchedOverrides(
	file: OverridesFile,
	{ projects, repositories }: Judgeable,
	currentName: (repository: string) => string
): Fault[] {
	const names = new Set([...projects].map((name) => name.toLowerCase()));
	const keyOf = (repository: string) => repositoryKey(currentName(repository));
	const corrected = file.repositories.map(({ repository }) => repository);
	const known = [...repositories, ...corrected].flatMap((name) => [
		repositoryKey(name),
		keyOf(name)
	]);
	const keys = new Set(known);
	const owners = new Set(known.map((key) => key.split('/')[0]));

	const nothing = (path: PropertyKey[], what: string): Fault => ({
		path,
		message: `${what} stands neither in the landscape nor in any record of it, and was never observed`
	});
	return [
		...ABOUT_NAMES.flatMap((section) =>
			file[section].flatMap(({ project }, i) =>
				names.has(project.toLowerCase())
					? []
					: [nothing([section, i, 'project'], `a project ${project}`)]
			)
		),
		...file.renames.flatMap(({ from }, i) =>
			keys.has(keyOf(from)) ? [] : [nothing(['renames', i, 'from'], from)]
		),
		...ABOUT_REPOSITORIES.flatMap((section) =>
			file[section].flatMap(({ repository }, i) =>
				keys.has(keyOf(repository)) ? [] : [nothing([section, i, 'repository'], repository)]
			)
		),
		...file.owners.flatMap(({ owner }, i) =>
			owners.has(owner.toLowerCase())
				? []
				: [nothing(['owners', i, 'owner'], `a repository of ${owner}`)]
		)
	];
}
