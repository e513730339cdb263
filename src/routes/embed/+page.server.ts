import { askedParams } from '../asked-edition.ts';
import { embedPage } from './embed-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { reader } }) =>
	embedPage(reader, askedParams(url));
