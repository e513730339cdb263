import { daysBetween, dayText } from '#lib/radar/words/days.ts';
import type { GuideEdition } from './guide-edition.ts';
import { parseSource, readStateOf } from '#lib/radar/guide/facts/source-link.ts';
import type { Part } from './stack.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { percent } from '#lib/radar/words/numbers.ts';

/** What speaks against relying on a part, from data only. */
export interface Risk {
	role: string;
	project: string;
	kind:
		| 'hold'
		| 'not-rated'
		| 'conflict'
		| 'requires'
		| 'falling'
		| 'gate'
		| 'confidence'
		| 'borderline'
		| 'licence'
		| 'home'
		| 'one-author'
		| 'mirror'
		| 'old-fact';
	sentence: string;
}

const YEAR = 365;

/** Below it, what is known of a project is little: the threshold of the gate for it. */
const LITTLE_KNOWN = 0.6;

/** The risks of a stack's parts, each of a project once, in the order of the parts. */
export function risksOf(
	parts: readonly Part[],
	useCases: UseCases,
	{ edition }: GuideEdition
): Risk[] {
	const seen = new Set<string>();
	return parts.flatMap((part) => {
		const { project } = part.player;
		const own = seen.has(project.id) ? [] : projectRisks(part);
		seen.add(project.id);
		return [
			...own,
			...requirementsOf(part, parts, useCases),
			...conflictsOf(part, parts, useCases),
			...oldFacts(part, useCases, edition.date)
		]
			.filter(({ sentence }) => sentence !== '')
			.map((risk) => ({ role: part.need.role, project: project.id, ...risk }));
	});
}

type Told = Pick<Risk, 'kind' | 'sentence'>;

function projectRisks({ player: { project } }: Part): Told[] {
	const { name, ring, licenseClass } = project;
	const isHeldBy = (gate: string) => project.gates.some(({ id }) => id === gate);
	const say = (kind: Risk['kind'], holds: boolean, sentence: string): Told[] =>
		holds ? [{ kind, sentence }] : [];
	return [
		...say('hold', ring === 'hold', `${name} is on hold.`),
		...say('not-rated', ring === null, `${name} is not rated. ${project.notRated ?? ''}`.trim()),
		...say('falling', project.trend === 'falling', `Work on ${name} is falling off.`),
		...project.gates
			.filter(({ id }) => id !== 'one-author' && ring !== 'hold' && ring !== null)
			.map(({ sentence }) => ({ kind: 'gate' as const, sentence: `${name}: ${sentence}` })),
		...say(
			'confidence',
			ring !== null && project.confidence.share < LITTLE_KNOWN && !isHeldBy('low-confidence'),
			`${percent(project.confidence.share)} of what the score asks about ${name} is known.`
		),
		...say(
			'borderline',
			project.borderline,
			`${name} is borderline: other weights give another ring.`
		),
		...say(
			'licence',
			licenseClass === 'source-available' || licenseClass === 'copyleft',
			`The licence of ${name} is ${licenseClass} (${project.license ?? 'not named'}).`
		),
		...say('licence', licenseClass === 'unknown', `The licence of ${name} was not recognised.`),
		...say('home', project.hasNeutralHome === false, `${name} has no neutral home.`),
		...say(
			'one-author',
			project.hasOneAuthor,
			`One author wrote half of the last commits of ${name}.`
		),
		...say('mirror', project.throughMirror, `${name} was read through a mirror.`)
	];
}

/** The roles that a part rests on, as far as no part of the stack plays them. */
function requirementsOf({ player }: Part, parts: readonly Part[], { role }: UseCases): Told[] {
	const held = new Set(parts.map(({ need }) => need.role));
	const further = player.fact.requires.filter((id) => !held.has(id));
	if (further.length === 0) return [];
	const labels = further.map((id) => role(id).label.toLowerCase()).join(' and ');
	const sentence = `${player.project.name} rests on parts that this stack does not hold: ${labels}.`;
	return [{ kind: 'requires', sentence }];
}

/** The conflicts of a part with parts after it. */
function conflictsOf(part: Part, parts: readonly Part[], useCases: UseCases): Told[] {
	const { project } = part.player;
	const rest = parts.slice(parts.indexOf(part) + 1);
	const others = new Map(rest.map(({ player }) => [player.project.id, player.project.name]));
	return [...others].flatMap(([id, name]) => {
		const conflict = useCases.conflictOf(project.id, id);
		if (conflict === null) return [];
		return [
			{ kind: 'conflict' as const, sentence: `${project.name} and ${name}: ${conflict.note}.` }
		];
	});
}

/** What was read about a part more than a year before the edition. */
function oldFacts({ player, need }: Part, { file, role }: UseCases, on: string): Told[] {
	const source = parseSource(player.fact.source);
	const date = source === null ? null : (readStateOf(source, file.read)?.date ?? null);
	if (date === null || daysBetween(date, on) <= YEAR) return [];
	const what = `That ${player.project.name} serves as ${role(need.role).label.toLowerCase()}`;
	return [{ kind: 'old-fact', sentence: `${what} was read on ${dayText(date)}.` }];
}
