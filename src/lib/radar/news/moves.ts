import { newlyMeasuredText } from '#lib/radar/edition/moves/words.ts';
import { ringOf } from '#lib/radar/edition/moves/move.ts';
import type { EditionNews } from '#lib/radar/edition/moves/through.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { newsItem, type NewsItem } from './item.ts';

type Move = EditionNews['news'][number];

/** What happened in an edition, as a headline. */
function moveTitle(move: Move): string {
	const { name, kind, from, to, lacksData } = move;
	const [was, is] = [from, to].map((state) => {
		const ring = ringOf(state);
		return ring === null ? null : RING_WORDS[ring];
	});
	switch (kind) {
		case 'in':
		case 'out':
			return `${name} moved from ${was} to ${is}${because(newlyMeasuredText(move) ?? (lacksData ? 'data too old' : null))}`;
		case 'entered':
		case 'returned':
			return !is
				? `${name} entered the radar, not rated yet`
				: `${name} entered the radar in ${is}`;
		case 'left':
			return !was ? `${name} left the radar` : `${name} left the radar, last in ${was}`;
		case 'rated':
			return `${name} is rated again: ${is}`;
		case 'unrated':
			return `${name} is no longer rated, last in ${was}`;
	}
}

const because = (cause: string | null): string => (cause === null ? '' : `: ${cause}`);

/** Everything that editions tell of projects, as items of their day; and each change of the model. */
export function moveItems(editions: readonly EditionNews[]): NewsItem[] {
	return editions.flatMap(({ edition, before, news }) => [
		...news.map((move) =>
			newsItem({
				id: `move:${edition.id}:${move.id}`,
				kind: 'move',
				source: 'radar',
				day: edition.date,
				title: moveTitle(move),
				projects: [{ project: move.id, how: 'own' as const }],
				facts: {
					move: {
						kind: move.kind,
						from: ringOf(move.from),
						to: ringOf(move.to),
						reason: move.reason,
						lacksData: move.lacksData === true || move.kind === 'unrated',
						edition: edition.id,
						before: before.id
					}
				}
			})
		),
		...(edition.modelVersion === before.modelVersion
			? []
			: [
					newsItem({
						id: `model:${edition.id}`,
						kind: 'move',
						source: 'radar',
						day: edition.date,
						title: `The model changed with ${editionText(edition.id)}, from ${before.modelVersion} to ${edition.modelVersion}`,
						facts: {
							change: { what: 'model', from: before.modelVersion, to: edition.modelVersion }
						}
					})
				])
	]);
}
