import { escapeMarkdown as escaped } from '#lib/radar/words/escapes.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { dayText, editionText } from '#lib/radar/words/days.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';
import { GUIDE_NOTICE } from './guide-json.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { citationOf } from '#lib/radar/guide/facts/source-link.ts';
import type { Part, Stack } from '#lib/radar/guide/stack/stack.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { standing } from '#lib/radar/guide/stack/weakest.ts';

/** Where a record comes from. */
export interface RecordOrigin {
	/** The day it is written; on the site the edition's, so that the same edition gives the same bytes. */
	date: Day;
	/** Where the stack can be seen; null where the site's address is not known. */
	address: string | null;
}

/**
 * A recommendation as a decision record in Markdown, with the headings of MADR 4. It proposes: whether it is accepted,
 * its readers write into it.
 */
export function recordOf(made: Recommendation, useCases: UseCases, origin: RecordOrigin): string {
	return [
		'---',
		'status: proposed',
		`date: ${origin.date}`,
		'---',
		'',
		`# ${escaped(made.useCase.title)}`,
		...section('Context and Problem Statement', contextOf(made, useCases)),
		...section('Decision Drivers', driversOf(made)),
		...section(
			'Considered Options',
			made.stack.parts.map((part) => optionsOf(part, useCases))
		),
		...section('Decision Outcome', outcomeOf(made, useCases)),
		...section('Consequences', consequencesOf(made), 3),
		...section(
			'Pros and Cons of the Options',
			made.changes.map(({ role, sentence }) => item(`${useCases.role(role).label}: ${sentence}`))
		),
		...section('More Information', sourcesOf(made, useCases, origin)),
		''
	].join('\n');
}

const section = (heading: string, lines: readonly string[], level = 2): string[] =>
	lines.length === 0 ? [] : ['', `${'#'.repeat(level)} ${heading}`, '', ...lines];

const item = (text: string): string => `- ${escaped(text)}`;

const namesOf = ({ parts }: Stack): ReadonlyMap<string, string> =>
	new Map(parts.map(({ player: { project } }) => [project.id, project.name]));

function contextOf({ useCase, answers }: Recommendation, useCases: UseCases): string[] {
	const taken = answers.flatMap(({ question: id, option: chosen, assumed }) => {
		const question = useCases.question(id);
		const option = question?.options.find((one) => one.id === chosen);
		if (question === null || option === undefined) return [];
		return [item(`${question.ask} ${option.label}${assumed ? ' (assumed)' : ''}`)];
	});
	return [escaped(useCase.says), ...(taken.length === 0 ? [] : ['', ...taken])];
}

const driversOf = ({ constraintCosts, request }: Recommendation): string[] => [
	item('Evidence that each part is active, maintained and governed: its ring'),
	item('Parts that are documented to work together'),
	...constraintCosts.map(({ text }) => item(text)),
	...(request.pins.length > 0 ? [item(`Already run: ${request.pins.join(', ')}`)] : []),
	...(request.excluded.length > 0 ? [item(`Left out: ${request.excluded.join(', ')}`)] : [])
];

function optionsOf({ need, player, alternatives }: Part, useCases: UseCases): string {
	const names = [player, ...alternatives.map((other) => other.player)].map(
		({ project }) => project.name
	);
	return item(`${useCases.role(need.role).label}: ${names.join(', ')}`);
}

function outcomeOf({ stack, gaps, edition }: Recommendation, useCases: UseCases): string[] {
	const names = namesOf(stack);
	const rows = stack.parts.map(({ need, player: { project }, pinned, neighbours }) => {
		const fits = neighbours.map(({ project: id }) => names.get(id) ?? id).join(', ');
		return `| ${[
			useCases.role(need.role).label,
			need.need,
			`${project.name}${pinned ? ' (already run)' : ''}`,
			standing(project.ring, project.score),
			project.confidence.level,
			fits === '' ? '–' : fits
		]
			.map(escaped)
			.join(' | ')} |`;
	});
	return [
		`As of ${dayText(edition.date)} (edition ${editionText(edition.id)}, model ${edition.modelVersion}):`,
		'',
		'| Part | Need | Project | Ring | Confidence | Documented with |',
		'|---|---|---|---|---|---|',
		...rows,
		...(gaps.length === 0
			? []
			: [
					'',
					'Missing:',
					'',
					...gaps.map(({ need, sentence, elsewhere }) =>
						item(
							`${need.need}: ${sentence}${elsewhere.length === 0 ? '' : ` Elsewhere in the landscape: ${elsewhere.join(', ')}.`}`
						)
					)
				])
	];
}

const consequencesOf = ({ weakest, risks, clashes }: Recommendation): string[] => [
	...(weakest === null ? [] : [item(weakest.sentence)]),
	...(weakest?.ofParts == null ? [] : [item(weakest.ofParts)]),
	...clashes.map((sentence) => item(`Bad, because ${lowerFirst(sentence)}`)),
	...risks.map(({ sentence }) => item(`Risk: ${sentence}`))
];

function sourcesOf(
	{ stack }: Recommendation,
	useCases: UseCases,
	{ address }: RecordOrigin
): string[] {
	const names = namesOf(stack);
	const cited = new Map<string, string>();
	const cite = (what: string, source: string) => {
		const { text, url, readOn } = citationOf(source, useCases.file.read);
		const said = url === null ? escaped(text) : `[${escaped(text)}](${url})`;
		const on = readOn === null ? '' : `, read ${dayText(readOn)}`;
		cited.set(`${what} ${source}`, `- ${escaped(what)}: ${said}${on}`);
	};
	for (const { need, player, neighbours } of stack.parts) {
		const { name } = player.project;
		cite(`${name} (${lowerFirst(useCases.role(need.role).label)})`, player.fact.source);
		for (const { pairs } of neighbours) {
			for (const { a, b, source } of pairs) {
				cite(`${names.get(a) ?? a} with ${names.get(b) ?? b}`, source);
			}
		}
	}
	return [...cited.values(), '', GUIDE_NOTICE, ...(address === null ? [] : ['', `<${address}>`])];
}
