import { error } from '@sveltejs/kit';
import { FORMATS } from '#lib/radar/api/formats.ts';
import { STACK_ADDRESSES } from '#lib/radar/guide/told/stack-addresses.ts';
import { NEWS_ADDRESSES } from '#lib/radar/news/news-addresses.ts';
import { quadrantsFor } from '#lib/radar/export/other-radars/quadrants.ts';
import type { PageServerLoad } from './$types';
import { by } from '#lib/radar/words/order.ts';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const { blips } = site.view(newest);
	const example = blips.find(({ ring }) => ring === 'adopt') ?? blips[0];
	return {
		/** Null while the radar is empty. */
		example: example === undefined ? null : { id: example.id, name: example.name },
		formats: [...Object.values(FORMATS), ...NEWS_ADDRESSES, ...STACK_ADDRESSES]
			.map(({ path, description }) => ({ path, description }))
			.sort(by(({ path }) => path)),
		byorQuadrants: quadrantsFor('byor', site.settings(newest).quadrants).map(({ name }) => name)
	};
};
