import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { unmatchedOverrides, type Judgeable } from './overrides-match.ts';
import { repositoryKey } from './repository-address.ts';
import { checkYaml, placeIn, readYaml, type Place } from '#lib/radar/input/yaml.ts';

const judged = {
	/** Why, in a sentence of our own. */
	reason: z.string().min(1),
	date: daySchema,
	link: z.url({ protocol: /^https?$/ })
};
const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name');

const overridesSchema = z.strictObject({
	/** Corrections for items whose address is absent, an organisation, a meta or a community repository. */
	repositories: z.array(z.strictObject({ project: z.string(), repository, ...judged })).default([]),
	/** Former addresses of repositories. */
	renames: z.array(z.strictObject({ from: repository, to: repository, ...judged })).default([]),
	/** Projects whose code was removed, or that their owners retired: hold from that day on. */
	retired: z.array(z.strictObject({ repository, ...judged })).default([]),
	/** Quiet on purpose: G2 does not apply. */
	feature_complete: z.array(z.strictObject({ repository, ...judged })).default([]),
	/** Repositories that hold a specification: G2 does not apply. */
	specifications: z
		.array(
			z.strictObject({ repository, releases: z.enum(['applicable', 'not-applicable']), ...judged })
		)
		.default([]),
	/** Neutral homes other than the CNCF's own ladder. */
	foundations: z
		.array(
			z.strictObject({ repository, foundation: z.string(), since: daySchema.optional(), ...judged })
		)
		.default([]),
	/** Whether an account is an organisation or a person; a crawl's own answer wins. */
	owners: z
		.array(z.strictObject({ owner: z.string(), type: z.enum(['organization', 'user']), ...judged }))
		.default([])
});

/** `data/overrides.yml` as it stands. */
export type OverridesFile = z.output<typeof overridesSchema>;

/** Human judgement, ready to be asked. Repositories are asked for by any spelling of `owner/name`. */
export interface Overrides {
	/** The corrected repository of the item of that name; null when it is not corrected. */
	correction: (project: string) => string | null;
	/** Today's name of a repository, renames followed. */
	currentName: (repository: string) => string;
	/** Holds from its own date on; the other judgements hold for all editions. */
	retired: (repository: string) => Judgement | null;
	featureComplete: (repository: string) => Judgement | null;
	specification: (
		repository: string
	) => (Judgement & { releases: 'applicable' | 'not-applicable' }) | null;
	/** Holds from `since` on, where that is known. */
	foundation: (repository: string) => (Judgement & { foundation: string; since?: string }) | null;
	owner: (repository: string) => (Judgement & { type: 'organization' | 'user' }) | null;
	/** The entries that are about nothing, each with its line. */
	unmatched: (judgeable: Judgeable) => Place[];
}

export interface Judgement {
	reason: string;
	date: string;
	link: string;
}

/**
 * Reads `data/overrides.yml`. `learnt`: renames that crawls saw, by the key of the former name; the file's own win.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
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
	const owners = new Map(data.owners.map((entry) => [entry.owner.toLowerCase(), entry]));
	return {
		correction: (project) => corrections.get(project.toLowerCase()) ?? null,
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
