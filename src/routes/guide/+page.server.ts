import { guidePage } from './guide-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => guidePage(locals.reader, url);
