import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { by } from '#lib/radar/words/order.ts';

/**
 * Sorts by repository, day, source and day learnt. A new line of a day and source that has one is dropped; lines of the
 * text that were learnt on different days all stay.
 */
export function mergeLines(text: string | null, lines: readonly string[]): string {
	const all = new Map<string, string>();
	const seen = new Set<string>();
	for (const line of linesOf(text ?? '')) {
		const { figure, learnt } = keysOf(line);
		seen.add(figure);
		if (!all.has(learnt)) all.set(learnt, line);
	}
	for (const line of lines.flatMap(linesOf)) {
		const { figure, learnt } = keysOf(line);
		if (seen.has(figure)) continue;
		seen.add(figure);
		all.set(learnt, line);
	}
	const sorted = [...all].sort(by(([key]) => key)).map(([, line]) => line);
	return sorted.map((line) => `${line}\n`).join('');
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function keysOf(line: string): { figure: string; learnt: string } {
	try {
		const { repository, observedOn, source, learntOn } = JSON.parse(line) as Record<
			string,
			unknown
		>;
		const figure = [repositoryKey(String(repository)), observedOn, source].join('\u0000');
		return { figure, learnt: `${figure}\u0000${learntOn ?? ''}` };
	} catch {
		// Unreadable lines sort last.
		const text = `\uffff${line}`;
		return { figure: text, learnt: text };
	}
}
