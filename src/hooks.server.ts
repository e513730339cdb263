import { building, dev } from '$app/env';
import {
	text,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { problemOf } from '#lib/radar/api/problem.ts';
import { languageModelSchema } from '#lib/radar/model/settings/language-model.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { isForeignForm } from './lib/server/http/same-site.ts';
import {
	languageModelPlace,
	LanguageModelSettingsError,
	type LanguageModelPlace
} from './lib/server/language-model/settings.ts';
import { visitorWriter, type VisitorWriter } from './lib/server/language-model/visitor-writer.ts';
import { databaseReader } from './lib/server/read/reader.ts';
import { Site } from './lib/server/read/site.ts';
import { problemResponse } from './routes/problem.server.ts';

/** In development and while pages are made ahead. Opens at the first request: a build needs no database. */
let ownSite: Site | undefined;
let place: LanguageModelPlace | null = null;
let writer: VisitorWriter | null = null;

/** Wrong settings of the language model stop the start. */
export const init: ServerInit = () => {
	if (building) return;
	try {
		place = languageModelPlace(process.env);
	} catch (error) {
		if (!(error instanceof LanguageModelSettingsError)) throw error;
		console.error(error.message);
		process.exit(2);
	}
};

/** Opened with the first request, because its limits are those of the published settings. */
function writerOf(opened: Site): VisitorWriter | null {
	const newest = place === null ? null : opened.edition(null);
	if (place === null || newest === null) return null;
	// A database of an older version has no such settings.
	const limits = languageModelSchema.parse(opened.settings(newest).llm ?? {});
	return visitorWriter(place, limits, { log: console.info });
}

export const handle: Handle = async ({ event, resolve }) => {
	const isApi = event.route.id?.startsWith('/api/') ?? false;
	const site = siteOf(event);
	if (site === null) {
		if (isApi) return problemResponse(problemOf(503, NOTHING_SERVED), { 'retry-after': '5' });
		throw new NothingServed(NOTHING_SERVED);
	}
	event.locals.site = site;
	event.locals.reader = databaseReader(site);
	writer ??= writerOf(site);
	event.locals.writer = writer;
	if (isForeignForm(event.request, event.url.host)) {
		return text('This form was sent by another site.', { status: 403 });
	}
	if (speaksHttp(event.request)) event.url.protocol = 'http:';
	if (event.platform) event.platform.req.routeId = event.route.id;
	const answer = await resolve(event);
	// SvelteKit refuses methods by itself, in plain words.
	if (!isApi || answer.status !== 405) return answer;
	return problemResponse(problemOf(405, await answer.text()), {
		allow: answer.headers.get('allow') ?? ''
	});
};

/** The server hands over the generation that it serves; null: none. */
function siteOf({ platform }: RequestEvent): Site | null {
	const served = platform?.req.served;
	return served === undefined ? (ownSite ??= new Site(databasePath(process.env))) : served.site;
}

const NOTHING_SERVED = 'There is no database to serve.';

class NothingServed extends Error {}

/** The adapter assumes https unless ORIGIN or a proxy says http. */
const speaksHttp = ({ headers }: Request): boolean => {
	const { ORIGIN, PROTOCOL_HEADER } = process.env;
	return !building && !dev && !ORIGIN && !(PROTOCOL_HEADER && headers.has(PROTOCOL_HEADER));
};

export const handleError: HandleServerError = ({ error, status }) => {
	if (status === 404) return { message: 'There is no such page.' };
	if (status < 500) return { message: 'This address cannot be read. Was it cut off?' };
	// The server has said once what is wrong.
	if (!(error instanceof NothingServed)) console.error(error);
	return { message: 'The radar could not be read.' };
};
