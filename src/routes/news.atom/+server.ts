import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedNewsFeed } from '../news-feed.server.ts';
import { OPEN } from '../open-data.ts';
import { withProblems } from '../problem.server.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = withProblems(
	(event) =>
		new Response(askedNewsFeed(event).atom1(), {
			headers: { ...OPEN, 'content-type': 'application/atom+xml; charset=utf-8' }
		})
);
