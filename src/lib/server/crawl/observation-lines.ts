import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { by } from '#lib/radar/words/order.ts';

/** Sorts by repository, day and source; existing lines win. */
export function mergeLines(text: string | null, lines: readonly string[]): string {
	const all = new Map<string, string>();
	for (const line of [...(text ?? '').split('\n'), ...lines]) {
		if (line.trim() === '') continue;
		const key = sortKey(line);
		if (!all.has(key)) all.set(key, line);
	}
	const sorted = [...all].sort(by(([key]) => key)).map(([, line]) => line);
	return sorted.map((line) => `${line}\n`).join('');
}

function sortKey(line: string): string {
	try {
		const { repository, observedOn, source } = JSON.parse(line) as Record<string, unknown>;
		return [repositoryKey(String(repository)), observedOn, source].join('\u0000');
	} catch {
		// Unreadable lines sort last.
		return `\uffff${line}`;
	}
}
