import { escapeMarkdown } from '#lib/radar/words/escapes.ts';
import { foldedText } from '#lib/radar/news/folded.ts';
import { itemAddress, reportAddress, weekAddress, type DigestPlace } from './digest-place.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { REASON_WORDS } from '#lib/radar/news/reason.ts';
import { summaryText } from '#lib/radar/news/summary/line-summary.ts';
import { byRubric, RUBRIC_WORDS } from './rubrics.ts';
import type { NewsLine } from './news-line.ts';
import type { WeekDigest } from './week-digest.ts';
import { weekText } from './week.ts';

/** An address between `<` and `>`, where brackets and spaces end nothing. */
const target = (address: string): string => `<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>`;

function linked(text: string, item: NewsItem, site: string | null): string {
	const address = itemAddress(item, site);
	return address === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${target(address)})`;
}

function lineMarkdown(
	{ item, also, reason, text, source, summary }: NewsLine,
	site: string | null
): string {
	const told = summary === null ? '' : ` ${escapeMarkdown(summaryText(summary))}`;
	const further = also.map((other) => `also ${linked(other.title, other, site)}`);
	return `- ${[`${item.day}: ${linked(text, item, site)}`, ...further].join('; ')} (${escapeMarkdown(source)}; ${REASON_WORDS[reason]})${told}`;
}

/** A week as Markdown under the rubrics of the working group. Nothing of others but titles; their marks are escaped. */
export function weekMarkdown(digest: WeekDigest, place: DigestPlace): string {
	const { week, opening, lines, more, folded } = digest;
	const page = weekAddress(week, place.site);
	const rubrics = byRubric([...lines, ...more]);
	const listed = (group: readonly NewsLine[]) =>
		group.map((line) => lineMarkdown(line, place.site)).join('\n');
	const rest = foldedText(folded);
	const help = rubrics.flatMap(([rubric, group]) => (rubric === 'help' ? [listed(group)] : []));
	return `${[
		`# ${escapeMarkdown(place.title)}: ${weekText(week)}`,
		escapeMarkdown(opening),
		...rubrics
			.filter(([rubric]) => rubric !== 'help')
			.map(([rubric, group]) => `## ${RUBRIC_WORDS[rubric]}\n\n${listed(group)}`),
		...(rest === '' ? [] : [`${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`]),
		`## ${RUBRIC_WORDS.help}`,
		...help,
		`Something is wrong or missing? [Tell us](${target(reportAddress(place, week.id))}).`,
		[
			...(page === null ? [] : [`[This week on the web](${target(page)}).`]),
			escapeMarkdown(place.notice),
			escapeMarkdown(place.credits)
		].join(' ')
	].join('\n\n')}\n`;
}
