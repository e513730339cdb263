import type { Drawn } from '#lib/radar/explore/page-blips.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { spokenName } from '#lib/radar/chart/spoken.ts';

/** Empty for another edition or a zoomed chart. */
export function readDrawn(edition: string): Drawn[] {
	const blips = document.querySelectorAll<SVGElement>(
		`svg[data-edition="${CSS.escape(edition)}"] a[data-ring]`
	);
	return [...blips].map((blip) => {
		const { project: id = '', ring, category = '' } = blip.dataset;
		const place = blip.querySelector('path')?.getAttribute('transform') ?? '';
		const [x = null, y = null] = place.match(/[\d.]+/g)?.map(Number) ?? [];
		return {
			id,
			name: spokenName(blip.getAttribute('aria-label') ?? '', ring as Ring, category),
			x,
			y
		};
	});
}
