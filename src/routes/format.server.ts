import { error, type RequestEvent } from '@sveltejs/kit';
import { projectCardSvg, radarCardSvg } from '#lib/components/picture/card-svg.ts';
import { radarSvg } from '#lib/components/picture/radar-svg.ts';
import type { Draw, Format } from '#lib/radar/api/format.ts';
import { formatAt, FORMATS } from '#lib/radar/api/formats.ts';
import { parametersOf } from '#lib/radar/api/parameters.ts';
import { themeFromParams } from '#lib/radar/export/pictures/figure-theme.ts';
import { askedFrom } from '#lib/radar/explore/asked.ts';
import { pngOf } from '#lib/server/picture/png.ts';
import { materialsOf } from '#lib/server/read/materials.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedParams } from './asked-edition.ts';
import { checkParameters } from './checked-parameters.server.ts';
import { noAddress } from './known-addresses.ts';
import { leadToLowerCase } from './lower-case-id.ts';
import { OPEN } from './open-data.ts';
import { withProblems } from './problem.server.ts';
import { siteAddress } from './site-address.ts';

export const prerender = STATIC_BUILD;

/** Imported at once: loaded late, the native module of pngOf ends a static build in a crash. */
const drawIn =
	({ platform }: RequestEvent): Draw =>
	async (make) =>
		make({ radarSvg, radarCardSvg, projectCardSvg, pngOf: platform?.req.served?.pngOf ?? pngOf });

/** Answers a route whose address is a row of {@link FORMATS}. 404 for what does not exist, 400 for unknown parameters. */
export const GET = withProblems(async (event) => {
	const format = formatOf(event);
	if (format.scope === 'project' || format.scope === 'category') leadToLowerCase(event);
	if (format.forgives === undefined) checkParameters(event, parametersOf(format));
	const made = await format.make(materialsFor(event, format));
	return new Response(made, { headers: headersOf(format) });
});

/** `/api/v1/[format]` stands for all addresses of one more step. */
function formatOf({ route, params }: RequestEvent): Format {
	const path = (route.id ?? '')
		.replace('[format]', params.format ?? '')
		.replace(/\[(\w+)\]/g, '{$1}');
	return formatAt(path) ?? error(404, noAddress(path));
}

function materialsFor(event: RequestEvent, { scope }: Format) {
	const { url, params, locals } = event;
	const asked = askedParams(url);
	const id = params.id ?? null;
	return materialsOf(locals.site, {
		view: scope === 'edition' ? { ...askedFrom(asked), edition: id } : askedFrom(asked),
		model: scope === 'edition' ? null : asked.get('model'),
		project: scope === 'project' ? id : null,
		category: scope === 'category' ? id : null,
		generatedAt: null,
		address: siteAddress(url),
		params: asked,
		theme: themeFromParams(asked),
		indent: '',
		draw: drawIn(event)
	});
}

const headersOf = ({ type, download }: Format): HeadersInit => ({
	...OPEN,
	'content-type': type,
	...(download !== undefined && { 'content-disposition': `attachment; filename="${download}"` })
});

/** What a static build writes for `/api/v1/[format]`. */
export const everyFormat = (): { format: string }[] =>
	STATIC_BUILD
		? Object.values(FORMATS).flatMap(({ path }) => {
				const [, format] = /^\/api\/v1\/([^/]+)$/.exec(path) ?? [];
				return format === undefined ? [] : [{ format }];
			})
		: [];
