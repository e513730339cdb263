import { expect, test } from 'vitest';
import { mergeLines } from './observation-lines.ts';

const line = (repository: string, observedOn: string, learntOn?: string) =>
	JSON.stringify({ repository, observedOn, source: 'history', learntOn });

test('what a file tells twice, learnt on different days, stays; a new line of the same figure does not come in', () => {
	const first = line('a/b', '2026-08-31');
	const corrected = line('a/b', '2026-08-31', '2026-11-29');
	const text = `${corrected}\n${first}\n`;
	const again = line('A/B', '2026-08-31', '2026-12-24');
	const other = line('a/a', '2026-08-31');
	expect(mergeLines(text, [again, other])).toBe(`${other}\n${first}\n${corrected}\n`);
	expect(mergeLines(null, [first, again])).toBe(`${first}\n`);
});
