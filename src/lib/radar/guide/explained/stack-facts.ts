import { lowerFirst } from '#lib/radar/words/labels.ts';
import { percent } from '#lib/radar/words/numbers.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import type { NeedStrength, UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { standing } from '#lib/radar/guide/stack/weakest.ts';

/** One sentence that the guide itself can say; what a model says has to rest on one of them. */
export interface StackFact {
	/** Projects that it names, in the order in which it names them. */
	ids: readonly string[];
	text: string;
}

/** Without "must" and "should": they make a sentence a duty. */
const NEED_WORDS: Record<NeedStrength, string> = {
	must: 'a necessary part',
	should: 'a recommended part',
	could: 'a further part'
};

/** Everything that may be said of a stack, the most important first. */
export function stackFacts(made: Recommendation, useCases: UseCases): StackFact[] {
	const { stack, useCase } = made;
	const names = new Map(
		[...made.candidates.values()]
			.flatMap(({ candidates, left }) => [...candidates, ...left.map(({ player }) => player)])
			.map(({ project }) => [project.id, project.name])
	);
	for (const { player } of stack.parts) names.set(player.project.id, player.project.name);
	const label = (role: string) => lowerFirst(useCases.role(role).label);
	const fact = (ids: readonly (string | null | undefined)[], text: string): StackFact => ({
		ids: inOrder(new Set(ids.flatMap((id) => id ?? [])), text, names),
		text
	});
	const list = stack.parts.map(({ player }) => player.project);
	return [
		{ ids: [], text: `${useCase.title}: ${useCase.says}` },
		...(made.weakest === null
			? []
			: [fact([made.weakest.project, ...list.map(({ id }) => id)], made.weakest.sentence)]),
		{
			ids: [...new Set(list.map(({ id }) => id))],
			text: `The stack, from the ground up, consists of ${[...new Set(list.map(({ name }) => name))].join(', ')}.`
		},
		...stack.parts.map(({ need, player: { project, fact: why }, pinned }) =>
			fact(
				[project.id],
				[
					`${project.name} serves as the ${label(need.role)}, ${NEED_WORDS[need.need]} of this use case${pinned ? ', and is already run' : ''}:`,
					`${standing(project.ring, project.score)}, ${percent(project.confidence.share)} known, ${project.confidence.level} confidence`,
					`${project.maturity === null ? '' : `, ${project.maturity} at the CNCF`}${why.side ? ', besides its main part' : ''}.`
				].join(' ')
			)
		),
		...made.gaps.map(({ sentence }) => fact([...names.keys()], sentence)),
		...pairFacts(made, names),
		...made.changes.map((change) => {
			const chosen = stack.parts.find(({ need }) => need.role === change.role)?.player.project;
			const second = `${change.sentence.replace(/\.$/, '')}, as the alternative to ${chosen?.name ?? ''} for the ${label(change.role)}.`;
			return fact([change.project, chosen?.id], second);
		}),
		...made.risks.map(({ project, sentence }) =>
			fact([project, ...list.map(({ id }) => id)], sentence)
		),
		...made.clashes.map((sentence) => fact([...names.keys()], sentence))
	];
}

/** Each pair both ways: it may be told either way round. */
function pairFacts({ stack }: Recommendation, names: ReadonlyMap<string, string>): StackFact[] {
	const pairs = new Map<string, StackFact>();
	for (const { player, neighbours } of stack.parts) {
		for (const { project: other } of neighbours) {
			for (const ids of [
				[player.project.id, other],
				[other, player.project.id]
			]) {
				const [a = '', b = ''] = ids.map((id) => names.get(id) ?? id);
				const text = `${a} is documented to work together with ${b}: a documented pair.`;
				pairs.set(ids.join(' '), { ids, text });
			}
		}
	}
	return [...pairs.values()];
}

/** Those of some projects that a text names, as it names them. */
function inOrder(
	ids: ReadonlySet<string>,
	text: string,
	names: ReadonlyMap<string, string>
): string[] {
	return [...ids]
		.map((id) => ({ id, at: placeOf(names.get(id) ?? id, text) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.map(({ id }) => id);
}

/** Where a name stands as a word of its own; -1 where it does not. */
function placeOf(name: string, text: string): number {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
		if (!/[\p{L}\p{N}]/u.test(around)) return at;
	}
	return -1;
}
