import { STACK_FORMATS } from '#lib/radar/guide/told/stack-formats.ts';
import { everyUseCase, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { stackResponse } from '../../../../asked-stack.server.ts';
import { withProblems } from '../../../../problem.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyUseCase;

export const GET: RequestHandler = withProblems((event) =>
	stackResponse(event, event.params.id, STACK_FORMATS.json)
);
