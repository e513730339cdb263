import { z } from 'zod';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { ownRepository, type LandscapeProject } from './file/merged-items.ts';
import { formatPath, parsePath } from './path.ts';
import { repositoryKey } from './repository-address.ts';
import { MATURITIES, type Maturity, type LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

/** A record holds for every edition until the next record. */
export interface Member {
	/** Never changes, even when the name does. */
	project: string;
	name: string;
	/** `owner/name` as filed; null when none is. */
	repository: string | null;
	maturity: Maturity | null;
	/** Has a best-practices entry; false in older records, which lack the field. */
	badge: boolean;
	/** Places within the scope, primary first. */
	paths: LandscapePath[];
}

const pathSchema = z.string().transform((text, context): LandscapePath => {
	const path = parsePath(text);
	if (path !== null) return path;
	context.addIssue({ code: 'custom', message: 'expected Category / Subcategory' });
	return z.NEVER;
});

const memberSchema = z.strictObject({
	project: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
	name: z.string().min(1),
	repository: z.string().nullable().default(null),
	maturity: z.enum(MATURITIES).nullable().default(null),
	badge: z.boolean().default(false),
	paths: z.array(pathSchema).min(1)
});

/** @throws {LineError} when the line cannot be used. */
export const parseMember = (line: string): Member => readJsonLine(line, memberSchema);

export const formatMember = ({
	project,
	name,
	repository,
	maturity,
	badge,
	paths
}: Member): string =>
	JSON.stringify({
		project,
		name,
		repository: repository ?? undefined,
		maturity: maturity ?? undefined,
		badge: badge || undefined,
		paths: paths.map(formatPath)
	});

export const slug = (name: string): string =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '') || 'project';

/** Matches by repository, then name, else gives a new id. `keyOf` follows renames. */
export class ProjectRegistry {
	readonly #keyOf: (repository: string) => string;
	readonly #byRepository = new Map<string, string>();
	readonly #byName = new Map<string, string>();
	readonly #taken = new Set<string>();

	constructor(keyOf: (repository: string) => string = repositoryKey) {
		this.#keyOf = keyOf;
	}

	learn(members: Iterable<Member>): void {
		for (const { project, name, repository } of members)
			this.#remember(project, [name], repository);
	}

	assign(names: readonly string[], repository: string | null): string {
		const known =
			(repository === null ? undefined : this.#byRepository.get(this.#keyOf(repository))) ??
			this.#ofNames(names, repository);
		const project = known ?? this.#fresh(slug(names[0] ?? ''));
		this.#remember(project, names, repository);
		return project;
	}

	/** A name matches only where no other repository contradicts it. */
	#ofNames(names: readonly string[], repository: string | null): string | undefined {
		for (const name of names) {
			const project = this.#byName.get(name.toLowerCase());
			if (project === undefined) continue;
			const other = [...this.#byRepository].some(([, id]) => id === project);
			if (repository === null || !other) return project;
		}
		return undefined;
	}

	#fresh(base: string): string {
		let id = base;
		for (let n = 2; this.#taken.has(id); n++) id = `${base}-${n}`;
		return id;
	}

	#remember(project: string, names: readonly string[], repository: string | null): void {
		this.#taken.add(project);
		if (repository !== null) this.#byRepository.set(this.#keyOf(repository), project);
		for (const name of names) {
			if (!this.#byName.has(name.toLowerCase())) this.#byName.set(name.toLowerCase(), project);
		}
	}
}

export function membersOf(
	projects: readonly LandscapeProject[],
	registry: ProjectRegistry
): Member[] {
	return projects
		.map((project) => {
			const repository = ownRepository(project);
			return {
				project: registry.assign(project.names, repository),
				name: project.name,
				repository,
				maturity: project.maturity,
				badge: project.bestPractices !== null,
				paths: project.paths
			};
		})
		.sort(by(({ project }) => project));
}
