import { error } from '@sveltejs/kit';
import { noAddress } from '../../known-addresses.ts';
import { withProblems } from '../../problem.server.ts';

/** No file of a static site. */
export const prerender = false;

/** Whatever no other route below `/api/` answers. */
export const GET = withProblems(({ params }) => error(404, noAddress(`/api/${params.path ?? ''}`)));
