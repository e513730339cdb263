import type { Figure, Validation } from './report.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

/** 0.53, 87%, 4, 2.5; a dash for null. */
export function formatFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
	if (value === null) return '–';
	switch (unit) {
		case 'share':
			return `${(value * 100).toFixed(1).replace(/\.0$/, '')}%`;
		case 'count':
			return value.toLocaleString('en', { maximumFractionDigits: 1 });
		case 'points':
			return value.toFixed(1);
		case 'correlation':
		case 'kappa':
			return value.toFixed(2).replace('-', '−');
	}
}

/** Empty without an interval. */
export const formatInterval = ({ interval, unit }: Pick<Figure, 'interval' | 'unit'>): string =>
	interval === null
		? ''
		: `${formatFigure({ value: interval[0], unit })} to ${formatFigure({ value: interval[1], unit })}`;

const verdictOf = (passed: boolean | null): string =>
	passed === null ? 'reported' : passed ? 'passed' : 'FELL SHORT';

export function validationText(validation: Validation): string {
	const { edition, modelVersion, counts, rings, checks, distributions } = validation;
	const lines = [
		`Model ${modelVersion} on the edition ${edition}`,
		`${plural(counts.projects, 'project')}, ${countText(counts.rated)} with a score; ${rings.adopt} adopt, ${rings.trial} trial, ${rings.assess} assess, ${rings.hold} hold`,
		`With data beside them: ${counts.elsewhere} filed elsewhere, ${counts.earlier} rated in an earlier edition only; ${counts.withConsensus} of all have a consensus of experts`,
		`Experts placed ${counts.placed} repositories since April 2024: ${counts.placedInGroup} of the AI group, ${counts.placedAndRated} of those with a score`,
		''
	];
	for (const { id, title, accept, passed, finding, figures } of checks) {
		lines.push(
			`${id.padEnd(4)} ${verdictOf(passed).padEnd(10)} ${title}`,
			`     Accept: ${accept}`
		);
		for (const figure of figures) {
			const interval = formatInterval(figure);
			const of = figure.of === null ? '' : ` (of ${figure.of})`;
			lines.push(
				`     ${formatFigure(figure).padStart(7)}  ${figure.label}${of}${interval && `, 95%: ${interval}`}`
			);
		}
		lines.push(`     ${finding}`, '');
	}
	lines.push('Sub-metric               points  seen  min  q1   med  q3   max  at 0   at 1');
	for (const { label, points, observed, quartiles, atFloor, atCeiling } of distributions) {
		const spread = (quartiles ?? []).map((q) => q.toFixed(2)).join(' ');
		lines.push(
			`${label.slice(0, 24).padEnd(24)} ${String(points).padStart(6)} ${String(observed).padStart(5)}  ${spread.padEnd(24)} ${formatFigure({ value: atFloor, unit: 'share' }).padStart(6)} ${formatFigure({ value: atCeiling, unit: 'share' }).padStart(6)}`
		);
	}
	return `${lines.join('\n')}\n`;
}
