import { error, type RequestEvent } from '@sveltejs/kit';
import { LICENSE } from '#lib/radar/export/radar-json.ts';
import { noUseCase, readRequest, requestEntries, requestQuery } from '#lib/radar/guide/request.ts';
import { recommend } from '#lib/radar/guide/stack/recommendation.ts';
import type { StackFormat } from '#lib/radar/guide/told/stack-formats.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { askedId, askedParams } from './asked-edition.ts';
import { OPEN } from './open-data.ts';
import { siteAddress } from './site-address.ts';

/**
 * A stack in one of its formats. 404 for an unknown use case or edition, 400 for an unknown answer, project or
 * constraint.
 */
export function stackResponse(
	{ url, locals: { site } }: Pick<RequestEvent, 'url' | 'locals'>,
	id: string,
	format: StackFormat
): Response {
	const asked = askedId({ url });
	const edition = site.edition(asked) ?? error(404, noEdition(asked, null));
	const guide =
		site.guide(edition) ?? error(404, 'This copy of the radar has no facts for the guide.');
	const useCase = guide.useCases.useCase(id) ?? error(404, noUseCase(id, guide.useCases));
	const entries = requestEntries(askedParams(url));
	const { request, problems } = readRequest(entries, guide.useCases, guide.edition);
	if (problems.length > 0) error(400, problems.join(' '));
	const made = recommend(guide.useCases, useCase, guide.edition, request);
	const root = siteAddress(url);
	const query = requestQuery(request);
	const text = format.make(made, guide, {
		date: edition.date,
		address: root === null ? null : `${root}guide/${id}${query === '' ? '' : `?${query}`}`,
		terms: { license: LICENSE, attribution: site.settings(edition).attribution }
	});
	return new Response(text, { headers: { ...OPEN, 'content-type': format.type } });
}
