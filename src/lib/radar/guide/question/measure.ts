import type { Match } from './match.ts';

/** A question with the use case that is meant; `none`: it is off topic. */
export interface LabelledQuestion {
	useCase: string;
	question: string;
}

/** How often questions in words found what was meant. */
export interface Measured {
	asked: number;
	/** The use case that was meant came first. */
	first: number;
	/** It was among the three shown. */
	firstThree: number;
	offTopic: number;
	/** Off-topic questions that were answered with all use cases. */
	offTopicKnown: number;
	/** Questions that were not answered as meant, with what came instead. */
	misses: { question: string; meant: string; shown: string[] }[];
}

export const OFF_TOPIC = 'none';

export function measure(
	questions: readonly LabelledQuestion[],
	read: (text: string) => Match
): Measured {
	const result: Measured = {
		asked: 0,
		first: 0,
		firstThree: 0,
		offTopic: 0,
		offTopicKnown: 0,
		misses: []
	};
	for (const { useCase, question } of questions) {
		const shown = read(question).useCases.map((one) => one.useCase);
		if (useCase === OFF_TOPIC) {
			result.offTopic++;
			if (shown.length === 0) result.offTopicKnown++;
			else result.misses.push({ question, meant: useCase, shown });
			continue;
		}
		result.asked++;
		if (shown[0] === useCase) result.first++;
		if (shown.includes(useCase)) result.firstThree++;
		else result.misses.push({ question, meant: useCase, shown });
	}
	return result;
}

/** What was measured, in words. */
export function measureText({
	asked,
	first,
	firstThree,
	offTopic,
	offTopicKnown,
	misses
}: Measured): string {
	const share = (count: number, of: number) =>
		of === 0 ? 'none asked' : `${count} of ${of} (${Math.round((count / of) * 100)}%)`;
	return [
		`First place:      ${share(first, asked)}`,
		`First three:      ${share(firstThree, asked)}`,
		`Off topic, known: ${share(offTopicKnown, offTopic)}`,
		...misses.map(
			({ question, meant, shown }) =>
				`  missed ${meant}: "${question}" gave ${shown.length === 0 ? 'all use cases' : shown.join(', ')}`
		),
		''
	].join('\n');
}
