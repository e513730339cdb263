import { candidatesOf } from '#lib/server/db/queries/candidates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => ({
	candidates: candidatesOf(site.db)
});
