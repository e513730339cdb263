import { plural } from '#lib/radar/words/numbers.ts';
import { foldedText } from '#lib/radar/news/folded.ts';
import { itemAddress, reportAddress, weekAddress, type DigestPlace } from './digest-place.ts';
import { REASON_WORDS } from '#lib/radar/news/reason.ts';
import { summaryText } from '#lib/radar/news/summary/line-summary.ts';
import { byRubric, RUBRIC_WORDS } from './rubrics.ts';
import type { NewsLine } from './news-line.ts';
import type { WeekDigest } from './week-digest.ts';
import { weekText } from './week.ts';

const COLUMNS = 76;

/** Words in lines of at most {@link COLUMNS} letters, but for a longer word; lines after the first are set in. */
function wrapped(text: string, setIn = ''): string {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter((part) => part !== '')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && longer.length + setIn.length > COLUMNS) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line].join(`\n${setIn}`);
}

function lineOf(
	{ item, also, reason, text, source, quote, summary }: NewsLine,
	site: string | null
): string {
	const address = itemAddress(item, site);
	return [
		`* ${wrapped(`${text} (${item.day}, ${source}; ${REASON_WORDS[reason]})`, '  ')}`,
		...(summary === null ? [] : [`  ${wrapped(summaryText(summary), '  ')}`]),
		...(quote === null ? [] : [`  ${wrapped(`“${quote}”`, '  ')}`]),
		...(address === null ? [] : [`  ${address}`]),
		...also.flatMap((other) => {
			const further = itemAddress(other, site);
			return [
				`  ${wrapped(`Also: ${other.title}`, '  ')}`,
				...(further === null ? [] : [`  ${further}`])
			];
		})
	].join('\n');
}

/** A week as plain text: the twin of the e-mail. */
export function weekPlainText(digest: WeekDigest, place: DigestPlace): string {
	const { week, opening, lines, more, folded } = digest;
	const page = weekAddress(week, place.site);
	const heading = `${place.title}: ${weekText(week)}`;
	const rest = foldedText(folded);
	const parts = byRubric(lines).map(([rubric, group]) =>
		[RUBRIC_WORDS[rubric].toUpperCase(), '', ...group.map((line) => lineOf(line, place.site))].join(
			'\n'
		)
	);
	const counted = [more.length > 0 ? `and ${plural(more.length, 'more line')}` : '', rest].filter(
		(part) => part !== ''
	);
	return `${[
		wrapped(heading),
		wrapped(opening),
		...parts,
		...(counted.length === 0 ? [] : [wrapped(`${counted.join(', ')}.`)]),
		...(page === null ? [] : [page]),
		wrapped(`${place.notice} ${place.credits}`),
		`Wrong or missing: ${reportAddress(place, week.id)}`
	].join('\n\n')}\n`;
}
