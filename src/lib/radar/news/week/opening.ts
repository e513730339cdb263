import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { NewsContext, NewsLine } from './news-line.ts';

/** So many projects are named for each ring. */
const NAMED = 3;

const projectsOf = (lines: readonly NewsLine[]): Set<string> =>
	new Set(
		lines.flatMap(({ item, also }) =>
			[item, ...also].flatMap(({ projects }) => projects.map(({ project }) => project))
		)
	);

/** "Kueue and Ray moved to Adopt; KServe to Trial": for each ring its first names. */
function movesText(lines: readonly NewsLine[], { projects }: NewsContext): string {
	const moves = lines.flatMap(({ item }) => {
		const { move } = item.facts;
		const name = projects.get(item.projects[0]?.project ?? '')?.name;
		const moved = (move?.kind === 'in' || move?.kind === 'out') && !move.lacksData;
		return moved && move.to !== null && name !== undefined ? [{ to: move.to, name }] : [];
	});
	return RINGS.map((ring) => ({
		ring,
		names: moves.filter(({ to }) => to === ring).map(({ name }) => name)
	}))
		.filter(({ names }) => names.length > 0)
		.map(
			({ ring, names }, i) => `${listed(names)} ${i === 0 ? 'moved to' : 'to'} ${RING_WORDS[ring]}`
		)
		.join('; ');
}

const LIST = new Intl.ListFormat('en-GB');

function listed(names: readonly string[]): string {
	const more = names.length - NAMED;
	return LIST.format([...names.slice(0, NAMED), ...(more > 0 ? [plural(more, 'other')] : [])]);
}

function isLarger({ facts }: NewsItem): boolean {
	const step = facts.release?.step;
	return step === 'minor' || step === 'major' || step === 'first-stable';
}

/** A week in one sentence: who moved, who released, with how many security fixes. Of the reader's own where there is a stack. */
export function openingText(lines: readonly NewsLine[], context: NewsContext): string {
	const mine = context.stack.size > 0;
	const about = mine ? lines.filter((line) => line.mine) : lines;
	const released = about.filter(({ item }) => item.kind === 'release');
	const secured = about.filter(({ reason }) => reason === 'security');
	const articles = about.filter(({ item }) => item.kind === 'article');
	const count = projectsOf(released).size;
	const larger = projectsOf(released.filter(({ item }) => isLarger(item))).size;
	const parts = [
		movesText(about, context),
		count === 0
			? ''
			: `${mine ? `${count} of your projects` : plural(count, 'project')} released${larger === 0 ? '' : `, ${larger} more than a patch`}`,
		secured.length === 0 ? '' : `${secured.length} with security fixes`,
		articles.length === 0 ? '' : plural(articles.length, 'article')
	].filter((part) => part !== '');
	if (parts.length > 0) return `${parts.join('; ')}.`;
	return mine
		? 'We know of nothing about your projects this week.'
		: 'We know of nothing that happened this week.';
}
