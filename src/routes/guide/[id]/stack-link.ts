import { requestQuery, type GuideRequest } from '#lib/radar/guide/request.ts';

/** What of an address stays when a request changes. */
export interface Kept {
	/** The question in words; null without one. */
	text: string | null;
	/** Null: the newest. */
	edition: string | null;
}

/** `?` included; empty for a plain request. */
export function stackSearch(request: GuideRequest, { text, edition }: Kept): string {
	const parts = [
		requestQuery(request),
		text === null ? '' : `q=${encodeURIComponent(text)}`,
		edition === null ? '' : `edition=${encodeURIComponent(edition)}`
	].filter((part) => part !== '');
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const without = (ids: readonly string[], id: string): string[] =>
	ids.filter((other) => other !== id);

export const pinned = (request: GuideRequest, id: string): GuideRequest => ({
	...request,
	pins: [...without(request.pins, id), id],
	excluded: without(request.excluded, id)
});

/** In the place of `other`, which is no longer pinned. */
export const pinnedInstead = (request: GuideRequest, id: string, other: string): GuideRequest =>
	pinned({ ...request, pins: without(request.pins, other) }, id);

export const leftOut = (request: GuideRequest, id: string): GuideRequest => ({
	...request,
	pins: without(request.pins, id),
	excluded: [...without(request.excluded, id), id]
});

/** Neither pinned nor left out. */
export const freed = (request: GuideRequest, id: string): GuideRequest => ({
	...request,
	pins: without(request.pins, id),
	excluded: without(request.excluded, id)
});
