import { GUIDE_NOTICE } from './guide-json.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { standing } from '#lib/radar/guide/stack/weakest.ts';

/** A recommendation for a terminal. */
export function guideText(made: Recommendation, useCases: UseCases): string {
	const { useCase, edition, answers, stack, gaps, could, weakest } = made;
	const label = (role: string) => useCases.role(role).label;
	return [
		`${useCase.title} (${useCase.id}), edition ${edition.id}`,
		useCase.says,
		'',
		...answers.map(
			({ question, option, assumed }) => `  ${question}=${option}${assumed ? ' (assumed)' : ''}`
		),
		...block(
			'The stack, from the ground up',
			stack.parts.map(({ need, player: { project, fact }, pinned, neighbours, alternatives }) => {
				const more = [
					fact.side ? 'besides its main part' : '',
					pinned ? 'already run' : '',
					neighbours.length > 0
						? `documented with ${neighbours.map(({ project: id }) => id).join(', ')}`
						: '',
					alternatives.length > 0
						? `or ${alternatives.map(({ player }) => player.project.name).join(', ')}`
						: ''
				].filter((text) => text !== '');
				const what = `${need.base ? '·' : ' '} ${label(need.role)} (${need.need})`;
				return `${what.padEnd(44)} ${project.name}: ${[standing(project.ring, project.score), ...more].join('; ')}`;
			})
		),
		...block(
			'What is missing',
			gaps.map(
				({ need, sentence, elsewhere }) =>
					`${need.need}: ${sentence}${elsewhere.length === 0 ? '' : ` Elsewhere: ${elsewhere.join(', ')}.`}`
			)
		),
		...block(
			'Depends',
			could.map(
				({ need, candidates: { candidates } }) =>
					`${label(need.role)}: ${candidates.map(({ project }) => project.name).join(', ') || 'no rated project'}`
			)
		),
		...block(
			'The weakest link',
			[weakest?.sentence, weakest?.ofParts].filter((text) => text != null)
		),
		...block(
			'What would change it',
			made.changes.map(({ role, sentence }) => `${label(role)}: ${sentence}`)
		),
		...block(
			'Risks',
			made.risks.map(({ sentence }) => sentence)
		),
		...block(
			'What the constraints cost',
			made.constraintCosts.map(
				({ text, emptied, projects }) =>
					`${text}: ${projects} fewer to choose from${emptied.length === 0 ? '' : `; none left for ${emptied.map(label).join(', ')}`}`
			)
		),
		...block('What clashes', made.clashes),
		'',
		GUIDE_NOTICE,
		''
	].join('\n');
}

const block = (heading: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
