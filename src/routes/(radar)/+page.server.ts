import { askedId } from '../asked-edition.ts';
import { radarPage } from './radar-page.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = ({ url, locals }) => radarPage(locals.reader, askedId({ url }));
