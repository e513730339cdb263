import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { editionsFiledUnder } from '#lib/server/db/queries/landscape.ts';
import { trendsPage } from './trends-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { site, reader } }) => {
	const newest = site.edition(null);
	const settings = newest && site.settings(newest);
	const segments = settings?.categories.map(({ name, colour }) => ({ name, colour })) ?? [];
	return {
		...trendsPage({
			editions: await reader.editions(),
			points: await reader.timeline(),
			categories: segments.map(({ name }) => name),
			former: new Set(settings && editionsFiledUnder(site.db, settings.scope.former_category))
		}),
		segments,
		cutOffs: settings === null ? { adopt: 100, trial: 100, band: 0 } : cutOffsOf(settings.model)
	};
};
