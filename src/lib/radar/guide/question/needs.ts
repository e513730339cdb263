import { NEEDS } from '#lib/radar/guide/facts/use-cases-schema.ts';
import type {
	Condition,
	NeedStrength,
	UseCase,
	UseCases
} from '#lib/radar/guide/facts/use-cases.ts';

/** Options by question. */
export type Answers = Readonly<Record<string, string>>;

/** An answer that a stack rests on. */
export interface TakenAnswer {
	question: string;
	option: string;
	/** Nobody gave it: the use case or the question takes it for granted. */
	assumed: boolean;
}

/** A role that a use case needs under some answers. */
export interface Need {
	role: string;
	need: NeedStrength;
	/** It belongs to what every use case on a cluster stands on. */
	base: boolean;
}

/** The answers of a use case: those given, then what it assumes, then what the question is taken for. */
export const takenAnswers = ({ file }: UseCases, useCase: UseCase, given: Answers): TakenAnswer[] =>
	file.questions.flatMap(({ id, default: byQuestion }): TakenAnswer[] => {
		const own = given[id];
		if (own !== undefined) return [{ question: id, option: own, assumed: false }];
		const option = useCase.assume[id] ?? byQuestion;
		return option === undefined ? [] : [{ question: id, option, assumed: true }];
	});

/** On a single machine, parts of a cluster have no place. */
export const isOneMachine = (answers: readonly TakenAnswer[]): boolean =>
	answers.some(({ question, option }) => question === 'where' && option === 'machine');

/**
 * What a use case needs under the answers, from the ground up. A role stands once, as strong as it is needed at most. On
 * a single machine a part of a cluster stays only where nothing goes without it: then it is a gap.
 */
export function needsOf(
	useCases: UseCases,
	useCase: UseCase,
	answers: readonly TakenAnswer[]
): Need[] {
	const taken = Object.fromEntries(answers.map(({ question, option }) => [question, option]));
	const machine = isOneMachine(answers);
	const found = new Map<string, Need>();
	const add = (needs: UseCase['needs'], base: boolean) => {
		for (const { role, need, when } of needs) {
			const known = found.get(role);
			if (known !== undefined && strength(known.need) >= strength(need)) continue;
			if (!holds(when, taken)) continue;
			const isOfCluster = useCases.role(role).needs_cluster;
			if (machine && isOfCluster && (base || need !== 'must')) continue;
			found.set(role, { role, need, base });
		}
	};
	add(useCase.needs, false);
	if (useCase.base) add(useCases.file.base, true);
	return [...found.values()].sort((a, b) => useCases.layerOf(a.role) - useCases.layerOf(b.role));
}

const strength = (need: NeedStrength): number => -NEEDS.indexOf(need);

/** All of a map, any of a list; nothing always holds. */
function holds(when: UseCase['needs'][number]['when'], taken: Answers): boolean {
	if (when === undefined) return true;
	return [when]
		.flat()
		.some((condition: Condition) =>
			Object.entries(condition).every(([question, options]) =>
				[options].flat().some((option) => option === taken[question])
			)
		);
}

/** The questions whose answer can change what a use case needs, in the order of the file. */
export function questionsOf({ file, role }: UseCases, useCase: UseCase): string[] {
	const needs = [...useCase.needs, ...(useCase.base ? file.base : [])];
	const asked = new Set(
		needs.flatMap(({ when }) => [when ?? []].flat().flatMap((condition) => Object.keys(condition)))
	);
	if (needs.some((need) => role(need.role).needs_cluster)) asked.add('where');
	return file.questions.map(({ id }) => id).filter((id) => asked.has(id));
}
