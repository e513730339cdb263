import { error, type RequestEvent } from '@sveltejs/kit';
import { noUseCase, readRequest, requestEntries } from '#lib/radar/guide/request.ts';
import { recommend } from '#lib/radar/guide/stack/recommendation.ts';
import { explainStack, type ExplainedStack } from '#lib/server/language-model/guide-writer.ts';
import type { Asker, VisitorWriter } from '#lib/server/language-model/visitor-writer.ts';
import { askedId, askedParams } from './asked-edition.ts';
import { askedGuide } from './guide/asked-guide.ts';

/** The stack of an address in a model's words. 404 for an unknown use case or edition, or without a model. */
export async function explainedStack(event: RequestEvent, id: string): Promise<ExplainedStack> {
	const { url, locals } = event;
	const guide = await askedGuide(locals.reader, askedId({ url }));
	const { useCases, edition } = guide;
	const useCase = useCases.useCase(id) ?? error(404, noUseCase(id, useCases));
	const { request } = readRequest(requestEntries(askedParams(url)), useCases, edition);
	const made = recommend(useCases, useCase, edition, request);
	return explainStack(configured(locals.writer), made, guide, askerOf(event));
}

export const configured = (writer: VisitorWriter | null): VisitorWriter =>
	writer ?? error(404, 'This copy of the radar has no language model.');

export const askerOf = ({ getClientAddress, request }: RequestEvent): Asker => ({
	address: getClientAddress(),
	signal: request.signal
});
