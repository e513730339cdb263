import { formatPath } from '#lib/radar/landscape/path.ts';
import { MATURITY_WORDS } from '#lib/radar/words/labels.ts';
import type { ExportedProject } from './source.ts';
import { scoreText, percent } from '#lib/radar/words/numbers.ts';

/** Most important sentence first. */
export function sentencesOf(project: ExportedProject): string[] {
	const { score, confidence, gates, maturity, license } = project;
	return [
		`${formatPath(project)}.`,
		...(score === null ? [] : [`Score ${scoreText(score)} of 100.`]),
		...gates.filter(({ acted }) => acted).map(({ sentence }) => sentence),
		`Confidence ${percent(confidence.share)}.`,
		...(maturity === null ? [] : [`${MATURITY_WORDS[maturity]} project.`]),
		...(license === null || license === 'NOASSERTION' ? [] : [`Licence ${license}.`])
	];
}
