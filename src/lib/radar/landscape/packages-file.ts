import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';
import { MANIFEST_KINDS, nameKey, REGISTRIES, type ManifestKind } from './package-names.ts';
import { repositoryKey } from './repository-address.ts';

/** How a list of adopters is written: which of its parts name one adopter each. */
const ADOPTER_FORMS = [
	'table',
	'items',
	'ordered',
	'headings',
	'bold',
	'yaml-name',
	'json'
] as const;

const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name');
const name = z.string().regex(/^\S+$/, 'expected a name without spaces');

const packageSchema = z
	.strictObject({
		registry: z.enum(REGISTRIES),
		name,
		/** The project itself, one of its packages, or what other programs reach a service with. */
		role: z.enum(['main', 'part', 'client']),
		/** The file that names it: `owner/name: path`, or `owner/name@commit: path`. */
		verified: z.string().min(1),
		date: daySchema.optional()
	})
	.refine(({ verified, date }) => date !== undefined || verified.includes('@'), {
		message: 'expected the day on which the file was read, or its commit in `verified`',
		path: ['date']
	});

const names = z.array(name).min(1).optional();
const namesByKind = z.strictObject({
	go: names,
	npm: names,
	pypi: names,
	maven: names,
	cargo: names,
	nuget: names,
	image: names,
	chart: names,
	debian: names
} satisfies Record<ManifestKind, typeof names>);

const projectSchema = z.strictObject({
	/** Its repository, as in the landscape after overrides and renames. */
	project: repository,
	packages: z.array(packageSchema).default([]),
	/** Further names under which a manifest declares it, made by the project. */
	manifest: namesByKind.default({}),
	/** Clients and packagings made by others: they count as use of the project too. */
	by_others: namesByKind.default({}),
	/** Images at Docker Hub whose pulls are the project's own. */
	images: z.array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected namespace/name')).default([]),
	/** The project's own list of organisations that use it. */
	adopters: z
		.strictObject({ repository, path: z.string().min(1), form: z.enum(ADOPTER_FORMS) })
		.optional()
});

export const packagesSchema = z
	.strictObject({
		projects: z.array(projectSchema),
		/** Names that were looked at and do not count: they are not to be added again. */
		not_counted: z
			.array(
				z.strictObject({
					project: repository,
					kind: z.enum(MANIFEST_KINDS),
					name,
					reason: z.string().min(1)
				})
			)
			.default([])
	})
	.superRefine(({ projects, not_counted }, context) => {
		const refuse = refuser(context);
		refuseRepeated(
			refuse,
			'project',
			projects.map(({ project }, p) => ({
				id: repositoryKey(project),
				path: ['projects', p, 'project']
			}))
		);
		const places = projects.flatMap((entry, p) => placedNames(entry, p));
		refuseRepeated(refuse, 'package', places);
		const counted = new Set(places.map(({ id }) => id));
		not_counted.forEach(({ kind, name: own }, n) => {
			const id = nameKey(kind, own);
			if (counted.has(id)) refuse(['not_counted', n, 'name'], `package ${id} counts above`);
		});
	});

/** What `data/packages.yml` says of one project. */
export type ProjectPackages = z.output<typeof projectSchema>;

/** A name of an entry, with its place in the file. */
interface PlacedName {
	/** Kind and spelling: one for every spelling of the name. */
	id: string;
	path: PropertyKey[];
	kind: ManifestKind;
	name: string;
	byOthers: boolean;
}

/** Every name of an entry under which a manifest could declare it; `index`: of the entry in the file. */
export function placedNames(entry: ProjectPackages, index: number): PlacedName[] {
	const at = (
		kind: ManifestKind,
		own: string,
		path: PropertyKey[],
		byOthers: boolean
	): PlacedName => ({ id: nameKey(kind, own), kind, name: own, byOthers, path });
	const root = ['projects', index];
	const lists = (field: 'manifest' | 'by_others') =>
		MANIFEST_KINDS.flatMap((kind) =>
			(entry[field][kind] ?? []).map((own, n) =>
				at(kind, own, [...root, field, kind, n], field === 'by_others')
			)
		);
	return [
		...entry.packages.map(({ registry, name: own }, n) =>
			at(registry, own, [...root, 'packages', n, 'name'], false)
		),
		...lists('manifest'),
		...lists('by_others')
	];
}

/** Whether a manifest could name the project at all. */
export const isDeclarable = (entry: ProjectPackages): boolean => placedNames(entry, 0).length > 0;
