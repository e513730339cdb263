import { stackPage } from '../stack-page.ts';
import { configured, explainedStack } from '../../../explained-stack.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const { useCase, asked, request, stack } = await stackPage(locals.reader, params.id, url);
	return { useCase, asked, request, stack, model: configured(locals.writer).place };
};

export const actions: Actions = {
	default: (event) => explainedStack(event, event.params.id)
};
