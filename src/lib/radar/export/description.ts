import { MATURITY_WORDS } from '../words.ts';
import type { ExportedProject } from './source.ts';

/** What other tools say of a rated project: sentences, the most telling first. */
export function sentencesOf(project: ExportedProject): string[] {
	const { score, confidence, gates, maturity, license } = project;
	return [
		...(score === null ? [] : [`Score ${score.toFixed(1)} of 100.`]),
		...gates.filter(({ acted }) => acted).map(({ sentence }) => sentence),
		`${Math.round(confidence.share * 100)} % of what the model looks at is known.`,
		...(maturity === null ? [] : [`CNCF ${MATURITY_WORDS[maturity].toLowerCase()}.`]),
		...(license === null || license === 'NOASSERTION' ? [] : [`Licence ${license}.`])
	];
}
