import { askedId } from '../asked-edition.ts';
import { tablePage } from './table-page.ts';
import type { PageServerLoad } from './$types';

/** Only the edition reloads data. */
export const load: PageServerLoad = ({ url, locals }) => tablePage(locals.reader, askedId({ url }));
