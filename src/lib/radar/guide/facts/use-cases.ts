import { refuser } from '#lib/radar/input/refusal.ts';
import { checkYaml, readYaml, type YamlSource } from '#lib/radar/input/yaml.ts';
import { refuseFaults, refuseStrangers } from './use-cases-faults.ts';
import {
	useCasesSchema,
	type DocumentedPair,
	type Question,
	type Role,
	type UseCase,
	type UseCasesFile
} from './use-cases-schema.ts';

export type {
	Condition,
	DocumentedPair,
	NeedStrength,
	Role,
	RoleFact,
	UseCase,
	UseCasesFile
} from './use-cases-schema.ts';

/** Everything the guide knows, made ready to be asked. */
export interface UseCases {
	file: UseCasesFile;
	role: (id: string) => Role;
	/** Null when there is none of that id. */
	useCase: (id: string) => UseCase | null;
	question: (id: string) => Question | null;
	/** Index of a role's layer, from the ground up. */
	layerOf: (role: string) => number;
	/** Documented pairs of a project by the other one, whichever of them names the other. */
	partnersOf: (project: string) => ReadonlyMap<string, readonly DocumentedPair[]>;
	/** Whether the parts of two roles must fit each other; `strict`: not without a documented pair. */
	linkOf: (a: string, b: string) => 'strict' | 'linked' | null;
	conflictOf: (a: string, b: string) => UseCasesFile['conflicts'][number] | null;
}

/** What was ever on the radar: facts about anything else are misspelt. */
export interface EverKnown {
	/** Ids of all projects that ever stood on the radar. */
	projects: ReadonlySet<string>;
	/** `Category / Box` of every place in the landscape's AI group. */
	boxes: ReadonlySet<string>;
}

/**
 * Reads `data/use-cases.yml`. `known`: refuse projects and boxes that never stood on the radar; one that has left is
 * no error.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function readUseCases(source: YamlSource, known?: EverKnown): UseCases {
	const schema = useCasesSchema.superRefine((data, context) => {
		const refuse = refuser(context);
		refuseFaults(data, refuse);
		if (known === undefined) return;
		const { projects, boxes } = known;
		refuseStrangers(
			data,
			{ isProject: (id) => projects.has(id), isBox: (box) => boxes.has(box) },
			refuse
		);
	});
	return indexed(checkYaml(source, schema));
}

/** The same from a text. @throws {InputError} */
export const parseUseCases = (text: string, file: string, known?: EverKnown): UseCases =>
	readUseCases(readYaml(text, file), known);

/** The same key for a and b as for b and a. */
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A checked file, made ready to be asked. */
export function indexed(file: UseCasesFile): UseCases {
	const roles = new Map(file.roles.map((role) => [role.id, role]));
	const layers = new Map(file.layers.map(({ id }, index) => [id, index]));
	const useCases = new Map(file.use_cases.map((useCase) => [useCase.id, useCase]));
	const questions = new Map(file.questions.map((question) => [question.id, question]));
	const partners = partnersByProject(file.works_with);
	const conflicts = new Map(
		file.conflicts.map((conflict) => [keyOf(conflict.a, conflict.b), conflict])
	);
	const links = new Map<string, 'strict' | 'linked'>([
		...file.links.map(([a, b]) => [keyOf(a, b), 'linked'] as const),
		...file.strict_links.map(([a, b]) => [keyOf(a, b), 'strict'] as const)
	]);
	const role = (id: string): Role => {
		const known = roles.get(id);
		if (known === undefined) throw new Error(`There is no role ${id}.`);
		return known;
	};
	return {
		file,
		role,
		useCase: (id) => useCases.get(id) ?? null,
		question: (id) => questions.get(id) ?? null,
		layerOf: (id) => layers.get(role(id).layer) ?? 0,
		partnersOf: (project) => partners.get(project) ?? NO_PARTNERS,
		linkOf: (a, b) => links.get(keyOf(a, b)) ?? null,
		conflictOf: (a, b) => conflicts.get(keyOf(a, b)) ?? null
	};
}

const NO_PARTNERS: ReadonlyMap<string, readonly DocumentedPair[]> = new Map();

function partnersByProject(
	pairs: readonly DocumentedPair[]
): ReadonlyMap<string, ReadonlyMap<string, readonly DocumentedPair[]>> {
	const ends = pairs.flatMap((pair) => [
		{ from: pair.a, to: pair.b, pair },
		{ from: pair.b, to: pair.a, pair }
	]);
	return new Map(
		[...Map.groupBy(ends, ({ from }) => from)].map(([from, own]) => {
			const others = [...Map.groupBy(own, ({ to }) => to)];
			return [from, new Map(others.map(([to, list]) => [to, list.map(({ pair }) => pair)]))];
		})
	);
}
