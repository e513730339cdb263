import { issueUrl, WHAT_IS_WRONG } from '#lib/radar/edition/project/correction.ts';

interface Fact {
	/** What the guide says, in one sentence. */
	says: string;
	/** Where it was read, as text. */
	source: string;
}

/** Prefilled issue about one fact of the guide; null when `repository` is no web address. */
export const factCorrectionUrl = (repository: string, { says, source }: Fact): string | null =>
	issueUrl(repository, {
		title: `Correct the guide: ${says}`,
		lines: [`The guide says: ${says}`, `Read in: ${source}`, ...WHAT_IS_WRONG]
	});

interface ShownStack {
	useCase: { id: string; title: string };
	edition: string;
	/** The part of its address after `?`; may be empty. */
	query: string;
	/** "Inference engine: vLLM", from the ground up. */
	parts: readonly string[];
}

/** Prefilled issue about a whole stack. */
export const stackCorrectionUrl = (
	repository: string,
	{ useCase, edition, query, parts }: ShownStack
): string | null =>
	issueUrl(repository, {
		title: `Correct the guide: ${useCase.title}`,
		lines: [
			`Use case: ${useCase.title} (\`${useCase.id}\`)`,
			`Edition: ${edition}`,
			...(query === '' ? [] : [`Asked for: \`${query}\``]),
			'',
			...parts.map((part) => `- ${part}`),
			...WHAT_IS_WRONG
		]
	});
