import { plural, RING_WORDS } from '#lib/radar/words/words.ts';
import type { NewsContext, NewsLine } from './news-line.ts';

/** So many moves are named. */
const NAMED_MOVES = 3;

const projectsOf = (lines: readonly NewsLine[]): Set<string> =>
	new Set(
		lines.flatMap(({ item, also }) =>
			[item, ...also].flatMap(({ projects }) => projects.map(({ project }) => project))
		)
	);

function movesText(lines: readonly NewsLine[], { projects }: NewsContext): string {
	const moves = lines.flatMap(({ item }) => {
		const { move } = item.facts;
		const name = projects.get(item.projects[0]?.project ?? '')?.name;
		const moved = (move?.kind === 'in' || move?.kind === 'out') && !move.lacksData;
		return moved && move.to !== null && name !== undefined
			? [`${name} moved to ${RING_WORDS[move.to]}`]
			: [];
	});
	const more = moves.length - NAMED_MOVES;
	return [...moves.slice(0, NAMED_MOVES), ...(more > 0 ? [`${more} more moved`] : [])].join('; ');
}

/** A week in one sentence: who released, with how many security fixes, who moved. Of the reader's own where there is a stack. */
export function openingText(lines: readonly NewsLine[], context: NewsContext): string {
	const mine = context.stack.size > 0;
	const about = mine ? lines.filter((line) => line.mine) : lines;
	const released = about.filter(({ item }) => item.kind === 'release');
	const secured = about.filter(({ reason }) => reason === 'security');
	const articles = about.filter(({ item }) => item.kind === 'article');
	const count = projectsOf(released).size;
	const parts = [
		count === 0 ? '' : `${mine ? `${count} of your projects` : plural(count, 'project')} released`,
		secured.length === 0 ? '' : `${secured.length} with security fixes`,
		movesText(about, context),
		articles.length === 0 ? '' : plural(articles.length, 'article')
	].filter((part) => part !== '');
	if (parts.length > 0) return `${parts.join('; ')}.`;
	return mine ? 'Nothing is known of your projects this week.' : 'Nothing is known of this week.';
}
