import { comparePage } from './compare-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => comparePage(locals.reader, url);
