import { error, isHttpError, type RequestEvent, type RequestHandler } from '@sveltejs/kit';
import { NotFoundError } from '#lib/radar/api/format.ts';
import type { RouteId } from '$app/types';
import { BadRequestError, PROBLEM_TYPE, problemOf, type Problem } from '#lib/radar/api/problem.ts';
import { OPEN } from './open-data.ts';

/** A problem as an answer that any site may read. */
export const problemResponse = (problem: Problem, headers: HeadersInit = {}): Response =>
	new Response(JSON.stringify(problem), {
		status: problem.status,
		headers: { ...OPEN, ...headers, 'content-type': PROBLEM_TYPE }
	});

/** Tells errors of a handler of data as problems; readers of a browser get a page, but below `/api/`. */
export const withProblems =
	<Params extends RequestEvent['params'], Route extends RouteId>(
		handler: RequestHandler<Params, Route>
	): RequestHandler<Params, Route> =>
	async (event) => {
		try {
			return await handler(event);
		} catch (caught) {
			const problem = problemIn(caught);
			if (problem === null) throw caught;
			if (wantsPage(event)) error(problem.status, problem.detail);
			return problemResponse(problem, problem.status === 503 ? { 'retry-after': '1' } : {});
		}
	};

/** Null for what is no fault of the address, and for redirects. */
function problemIn(caught: unknown): Problem | null {
	if (caught instanceof BadRequestError) return problemOf(400, caught.message, caught.errors);
	if (caught instanceof NotFoundError) return problemOf(404, caught.message);
	if (isHttpError(caught)) return problemOf(caught.status, caught.body.message);
	const isBusy = caught instanceof Error && caught.name === 'TooManyPictures';
	return isBusy ? problemOf(503, caught.message) : null;
}

const wantsPage = ({ route, request }: Pick<RequestEvent, 'route' | 'request'>): boolean =>
	!route.id?.startsWith('/api/') && (request.headers.get('accept') ?? '').includes('text/html');
