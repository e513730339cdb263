import { countText } from '#lib/radar/words/numbers.ts';
import { formatFigure, formatInterval } from './report-text.ts';
import type { Figure, Validation } from './report.ts';

/** How well one way to place projects follows the experts. */
export interface SkillRow {
	label: string;
	/** Rank correlation, and weighted kappa of the rings; null where it has none. */
	order: Figure | null;
	kappa: Figure | null;
	/** Share of projects in the same ring; null where it was not counted. */
	same: Figure | null;
}

const NAMES = ['The model', 'Always trial', 'Stars alone', 'Contributors alone'] as const;
const PUBLISHERS = 'One publisher against the others';

const figuresOf = ({ checks }: Pick<Validation, 'checks'>, id: string): readonly Figure[] =>
	checks.find((check) => check.id === id)?.figures ?? [];

/** The model beside guesses, and beside what publishers agree with each other. */
export function skillRows(validation: Pick<Validation, 'checks'>): SkillRow[] {
	const rowOf = (check: string) => (label: string) => {
		const find = (measure: string) =>
			figuresOf(validation, check).find((figure) => figure.label === `${label}: ${measure}`) ??
			null;
		return {
			label,
			order: find('rank correlation'),
			kappa: find('weighted kappa'),
			same: find('same ring')
		};
	};
	return [...NAMES.map(rowOf('baselines')), rowOf('publishers')(PUBLISHERS)].filter(
		({ order, kappa, same }) => order !== null || kappa !== null || same !== null
	);
}

/** Where the model fails, in plain words; only what its own figures say. */
export function failureSentences(validation: Pick<Validation, 'checks'>): string[] {
	const rows = new Map(skillRows(validation).map((row) => [row.label, row]));
	const same = rows.get('The model')?.same ?? null;
	const guess = rows.get('Always trial')?.same ?? null;
	const find = (id: string, label: string) =>
		figuresOf(validation, id).find((figure) => figure.label === label) ?? null;
	const test = find('experts', 'AI group, test half');
	const two = find('use', 'Rated projects with two kinds known or more');
	const left = find('use', 'Rings unchanged, each known kind of each project left out once');
	const short = validation.checks.filter(({ passed }) => passed === false);
	return [
		hasValue(same) && hasValue(guess) && guess.value >= same.value
			? `To say “trial” of every project names the experts’ ring as often: ${formatFigure(guess)} against ${formatFigure(same)}. Only order and kappa show skill.`
			: null,
		test !== null && holdsZero(test)
			? `On the half of the projects that the cut-offs never saw, the order is within chance: ${formatFigure(test)}, ${formatInterval(test)}.`
			: null,
		two === null
			? null
			: `Two kinds of evidence of use are known for ${formatFigure(two)} of the rated projects. The others hang on one kind, or on none.`,
		left === null
			? null
			: `With one kind of use left out, ${formatFigure(left)} of the rings stay. A source that is down for long can move the rest.`,
		short.length === 0
			? null
			: `Checks that fall short: ${short.map(({ title }) => title.toLowerCase()).join('; ')}.`,
		'How diverse the people behind a project are brings no points. It was tried, and helped nowhere beyond the noise.'
	].filter((sentence) => sentence !== null);
}

type Valued = Figure & { value: number };
const hasValue = (figure: Figure | null): figure is Valued =>
	figure !== null && figure.value !== null;

const holdsZero = ({ interval }: Figure): boolean =>
	interval !== null && interval[0] <= 0 && interval[1] >= 0;

/** Why so few of the placements can be compared, in one sentence or two. */
export function comparedText({
	placed,
	placedInGroup,
	placedAndRated
}: Validation['counts']): string {
	const without = placedInGroup - placedAndRated;
	return [
		`Publishers placed ${countText(placed)} repositories since April 2024, and ${countText(placedInGroup)} of them are in the AI group: the others have no score here.`,
		without > 0
			? `Of these ${countText(placedInGroup)}, ${countText(without)} ${without === 1 ? 'is' : 'are'} not rated for lack of a history; so few comparisons make the intervals wide.`
			: 'So few comparisons make the intervals wide.'
	].join(' ');
}
