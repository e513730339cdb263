import { error } from '@sveltejs/kit';
import { STACK_FORMATS } from '#lib/radar/guide/told/stack-formats.ts';
import { everyUseCase, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { stackResponse } from '../../asked-stack.server.ts';
import { withProblems } from '../../problem.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

const ENDINGS = ['md', 'mmd'] as const;

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = () =>
	everyUseCase().flatMap(({ id }) => ENDINGS.map((ending) => ({ id, ending })));

export const GET: RequestHandler = withProblems((event) => {
	const { id, ending } = event.params;
	const known = ENDINGS.find((one) => one === ending) ?? error(404, 'There is no such page.');
	return stackResponse(event, id, STACK_FORMATS[known]);
});
