import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { FiledPlace } from '#lib/radar/landscape/file/landscape-order.ts';
import { editionPage } from '../asked-edition.ts';
import { landscapePicture } from './landscape-picture.ts';

interface Filed {
	/** Every place of today's landscape, in its order. */
	places: readonly FiledPlace[];
	/** AI items outside the AI group, today. */
	elsewhere: readonly { repository: string | null }[];
}

/** An edition in the landscape's boxes; `asked` null: the newest. */
export async function landscapePage<F extends Filed>(
	reader: RadarReader,
	asked: string | null,
	{ places, elsewhere }: F
) {
	const { edition, editions, rings, segments, blips } = await editionPage(reader, asked);
	const known = new Map(blips.map(({ repository, id }) => [repository, id]));
	return {
		edition,
		editions,
		rings,
		segments: segments.map(({ name, colour }) => ({ name, colour })),
		...landscapePicture(blips, places),
		/** Null for older editions: only today's landscape is stored. */
		elsewhere:
			edition.id === editions.at(-1)?.id
				? elsewhere.map((item: F['elsewhere'][number]) => ({
						...item,
						project: item.repository === null ? null : (known.get(item.repository) ?? null)
					}))
				: null
	};
}
