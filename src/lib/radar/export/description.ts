import { MATURITY_WORDS } from '#lib/radar/words/words.ts';
import type { ExportedProject } from './source.ts';
import { scoreText } from '#lib/radar/words/score-text.ts';

/** Most important sentence first. */
export function sentencesOf(project: ExportedProject): string[] {
	const { category, subcategory, score, confidence, gates, maturity, license } = project;
	return [
		`${category} / ${subcategory}.`,
		...(score === null ? [] : [`Score ${scoreText(score)} of 100.`]),
		...gates.filter(({ acted }) => acted).map(({ sentence }) => sentence),
		`${Math.round(confidence.share * 100)} % of what the model looks at is known.`,
		...(maturity === null ? [] : [`CNCF ${MATURITY_WORDS[maturity].toLowerCase()}.`]),
		...(license === null || license === 'NOASSERTION' ? [] : [`Licence ${license}.`])
	];
}
