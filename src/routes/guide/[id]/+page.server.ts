import { everyUseCase } from '#lib/server/read/static-build.ts';
import { stackPage } from './stack-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyUseCase;

export const load: PageServerLoad = async ({ params, url, locals: { site, reader, writer } }) => {
	const newest = site.edition(null);
	return {
		...(await stackPage(reader, params.id, url)),
		model: writer?.place ?? null,
		repository: newest === null ? '' : site.settings(newest).site.repository
	};
};
