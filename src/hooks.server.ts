import { building } from '$app/env';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { compressed } from '#lib/server/compression.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { Site } from '#lib/server/site.ts';

/** Opened at the first request, so that a build needs no database. */
let site: Site | undefined;

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.site = site ??= new Site(databasePath(process.env));
	const response = await resolve(event);
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	return building ? response : compressed(event.request, response);
};

export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status === 404) return { message };
	console.error(error);
	return { message: 'The radar could not be read.' };
};
