import type { DocumentedPair, Question, Role, UseCase, UseCasesFile } from './use-cases-schema.ts';

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
