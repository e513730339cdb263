import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';
import { checkYaml, readYaml } from '#lib/radar/input/yaml.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { longestKnown, packageKey, type ManifestKind } from './package-names.ts';
import { placedNames, type ProjectPackages } from './packages-file.ts';
import type { Packages } from './packages.ts';
import { repositoryKey } from './repository-address.ts';

/** What a candidate is: only a platform resembles what the group holds today. */
export const FITS = ['platform', 'framework', 'library'] as const;

const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month as YYYY-MM');
const names = z.array(z.string().regex(/^\S+$/)).min(1).optional();

const candidateSchema = z.strictObject({
	repository,
	/** Judged by hand. */
	fit: z.enum(FITS),
	/** What it is, in a few words. */
	note: z.string().min(1),
	/** Names under which a manifest declares it. */
	packages: z.strictObject({
		pypi: names,
		npm: names,
		go: names,
		cargo: names,
		maven: names
	} satisfies Partial<Record<ManifestKind, typeof names>>),
	/** Owners of the group whose manifests declare it, with one example where one is known, as first counted. */
	users: z
		.strictObject({
			owners: z.number().int().positive(),
			example: z.strictObject({ repository, file: z.string().min(1), seen: daySchema }).optional()
		})
		.optional(),
	/** Public lists that name it: `owner/name` each. */
	lists: z.array(repository).default([]),
	/** Published placements by others. */
	placements: z
		.array(z.strictObject({ by: z.string().min(1), ring: z.enum(RINGS), month }))
		.default([]),
	/** Where else the landscape files it: `Category / Subcategory`. */
	elsewhere: z.string().optional(),
	/** Its application to the CNCF sandbox. */
	applied: z
		.strictObject({
			issue: z.string().regex(/^[\w.-]+\/[\w.-]+#\d+$/),
			month,
			closed: z.boolean().default(false)
		})
		.optional(),
	/** The day on which all of this was gathered. */
	date: daySchema
});

/** A project that the group's manifests, lists or placements name, and the group does not hold. */
export type Candidate = z.output<typeof candidateSchema>;

const candidatesSchema = z
	.strictObject({ candidates: z.array(candidateSchema) })
	.superRefine(({ candidates }, context) => {
		const refuse = refuser(context);
		refuseRepeated(
			refuse,
			'candidate',
			candidates.map(({ repository: id }, c) => ({
				id: repositoryKey(id),
				path: ['candidates', c, 'repository']
			}))
		);
		refuseRepeated(
			refuse,
			'package',
			candidates.flatMap(({ packages }, c) =>
				Object.entries(packages).flatMap(([kind, list]) =>
					(list ?? []).map((name, n) => ({
						id: `${kind} ${packageKey(kind as ManifestKind, name)}`,
						path: ['candidates', c, 'packages', kind, n]
					}))
				)
			)
		);
	});

/**
 * Reads `data/candidates.yml`.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export const parseCandidates = (text: string, file: string): Candidate[] =>
	checkYaml(readYaml(text, file), candidatesSchema).candidates;

/** The mapping, and the names of the candidates, to count who declares either. */
export function withCandidates(
	packages: Packages,
	candidates: readonly Candidate[]
): Pick<Packages, 'projects' | 'declared'> {
	const entries: ProjectPackages[] = candidates.map(
		({ repository: project, packages: manifest }) => ({
			...{ project, manifest },
			...{ packages: [], by_others: {}, images: [] }
		})
	);
	const byName = new Map(
		entries.flatMap((entry) =>
			placedNames(entry, 0).map(
				({ id, name, byOthers }) => [id, { project: entry.project, name, byOthers }] as const
			)
		)
	);
	return {
		projects: [...packages.projects, ...entries],
		declared: (kind, name) => packages.declared(kind, name) ?? longestKnown(byName, kind, name)
	};
}
