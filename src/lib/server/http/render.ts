import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import inject, { type DispatchFunc } from 'light-my-request';
import type { MadeAnswer } from './final-answer.ts';
import type { Served } from './platform.ts';

/** Of a connection or one request: never kept. */
const NOT_KEPT = new Set([
	'connection',
	'date',
	'keep-alive',
	'transfer-encoding',
	'content-length'
]);

/** Has the site answer a GET, apart from any connection, so that many can get the answer. */
export async function render(
	handler: RequestListener,
	asked: MadeAnswer['asked'],
	served: Served
): Promise<MadeAnswer> {
	const { url, headers } = asked;
	let route: string | null = null;
	const dispatch = (request: IncomingMessage, response: ServerResponse) => {
		// Set here: the library would tidy it, as a browser does.
		request.url = url;
		request.served = served;
		response.on('finish', () => (route = request.routeId ?? null));
		handler(request, response);
	};
	const answer = await inject(dispatch as DispatchFunc, {
		method: 'GET',
		url: '/',
		headers: { ...headers, 'accept-encoding': 'identity' }
	});
	const said: Record<string, string> = {};
	for (const [name, value] of Object.entries(answer.headers)) {
		if (value === undefined || NOT_KEPT.has(name)) continue;
		said[name] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	const made = { status: answer.statusCode, headers: said, body: answer.rawPayload, route, asked };
	return said['content-type']?.startsWith('text/html') ? withPreloads(made) : made;
}

/** What a header tells to load early is told in the head, where it is compressed. */
function withPreloads(made: MadeAnswer): MadeAnswer {
	const { link = '', ...headers } = made.headers;
	const modules = [...link.matchAll(/<([^>]+)>; rel="modulepreload"/g)];
	const links = modules.map(([, address]) => `<link rel="modulepreload" href="${address}">`);
	const html = made.body.toString().replace('</head>', () => `${links.join('')}</head>`);
	return { ...made, headers, body: Buffer.from(html) };
}
