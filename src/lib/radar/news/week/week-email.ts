import { plural } from '#lib/radar/words/numbers.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import { safeUrl } from '#lib/radar/words/addresses.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { itemAddress, reportAddress, weekAddress, type DigestPlace } from './digest-place.ts';
import { foldedText } from '#lib/radar/news/folded.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { NewsContext, NewsLine } from './news-line.ts';
import { REASON_WORDS } from '#lib/radar/news/reason.ts';
import { summaryText } from '#lib/radar/news/summary/line-summary.ts';
import { byRubric, RUBRIC_WORDS } from './rubrics.ts';
import type { WeekDigest } from './week-digest.ts';
import { weekText } from './week.ts';

/** Mail programs cut longer ones off. */
export const MOST_EMAIL_BYTES = 60_000;

const FONT = 'font-family:Arial,Helvetica,sans-serif';
const CELL = `${FONT};font-size:16px;line-height:1.4;color:#1c1c1c;overflow-wrap:anywhere;word-break:break-word`;
const SMALL = 'font-size:13px;color:#595959';
const LINK = 'color:#0b5394';

const row = (content: string, style = ''): string =>
	`<tr><td style="${CELL};padding:6px 0${style}">${content}</td></tr>`;

function linked(text: string, item: NewsItem, site: string | null): string {
	const address = safeUrl(itemAddress(item, site));
	return address === null
		? escapeMarkup(text)
		: `<a href="${escapeMarkup(address)}" style="${LINK}">${escapeMarkup(text)}</a>`;
}

function projectsText({ item }: NewsLine, { projects }: Pick<NewsContext, 'projects'>): string {
	return item.projects
		.flatMap(({ project }) => {
			const known = projects.get(project);
			if (known === undefined) return [];
			return [`${known.name} (${known.ring === null ? 'not rated' : RING_WORDS[known.ring]})`];
		})
		.join(', ');
}

function lineRow(
	line: NewsLine,
	context: Pick<NewsContext, 'projects'>,
	site: string | null
): string {
	const { item, also, reason, text, source, quote, summary } = line;
	const about = [item.day, source, projectsText(line, context), REASON_WORDS[reason]]
		.filter((part) => part !== '')
		.join(' · ');
	return row(
		[
			linked(text, item, site),
			...(summary === null ? [] : [escapeMarkup(summaryText(summary))]),
			...(quote === null ? [] : [`“${escapeMarkup(quote)}”`]),
			...also.map((other) => `Also: ${linked(other.title, other, site)}`),
			`<span style="${SMALL}">${escapeMarkup(about)}</span>`
		].join('<br>')
	);
}

function emailOf(
	digest: WeekDigest,
	context: Pick<NewsContext, 'projects'>,
	place: DigestPlace,
	shown: number
): string {
	const { week, opening, lines, more, folded } = digest;
	const page = weekAddress(week, place.site);
	const title = `${place.title}: ${weekText(week)}`;
	const left = lines.length - shown + more.length;
	const counted = [left > 0 ? `and ${plural(left, 'more line')}` : '', foldedText(folded)].filter(
		(part) => part !== ''
	);
	const rows = [
		row(`<h1 style="${FONT};font-size:22px;line-height:1.25;margin:0">${escapeMarkup(title)}</h1>`),
		row(escapeMarkup(opening)),
		...byRubric(lines.slice(0, shown)).flatMap(([rubric, group]) => [
			row(
				`<h2 style="${FONT};font-size:18px;margin:0">${RUBRIC_WORDS[rubric]}</h2>`,
				';padding-top:18px'
			),
			...group.map((line) => lineRow(line, context, place.site))
		]),
		...(counted.length === 0 ? [] : [row(escapeMarkup(`${counted.join(', ')}.`))]),
		row(
			[
				...(page === null
					? []
					: [`<a href="${escapeMarkup(page)}" style="${LINK}">This week on the web</a>`]),
				`<a href="${escapeMarkup(reportAddress(place, week.id))}" style="${LINK}">Something is wrong or missing</a>`,
				`<span style="${SMALL}">${escapeMarkup(`${place.notice} ${place.credits}`)}</span>`
			].join('<br>'),
			';border-top:1px solid #cccccc;padding-top:12px'
		)
	];
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title></head>
<body style="margin:0;padding:12px;background:#ffffff">
<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;max-width:640px;margin:0 auto;border-collapse:collapse">
${rows.join('\n')}
</table>
</body></html>
`;
}

/**
 * A week as an e-mail: one table, styles in the elements, no pictures, no scripts, at most {@link MOST_EMAIL_BYTES}. Where
 * long titles would break that, lines are left out at the end and counted.
 */
export function weekEmail(
	digest: WeekDigest,
	context: Pick<NewsContext, 'projects'>,
	place: DigestPlace
): string {
	const bytes = new TextEncoder();
	for (let shown = digest.lines.length; ; shown--) {
		const email = emailOf(digest, context, place, shown);
		if (shown === 0 || bytes.encode(email).length <= MOST_EMAIL_BYTES) return email;
	}
}
