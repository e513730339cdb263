import { redirect, type RequestEvent } from '@sveltejs/kit';
import { askedSearch } from './asked-edition.ts';

/** Leads to the address in which the id stands in lower case, as all ids do. */
export function leadToLowerCase({
	params: { id = '' },
	url
}: Pick<RequestEvent<{ id?: string }>, 'params' | 'url'>): void {
	const lower = id.toLowerCase();
	const path = url.pathname.replace(`/${id}`, `/${lower}`);
	if (path !== url.pathname) redirect(308, `${path}${askedSearch(url)}`);
}
