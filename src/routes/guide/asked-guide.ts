import { error } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { Match } from '#lib/radar/guide/question/match.ts';
import { requestQuery } from '#lib/radar/guide/request.ts';
import { NO_CONSTRAINTS } from '#lib/radar/guide/stack/constraints.ts';

/** 404 for an unknown edition, and where the radar has no facts for the guide. */
export async function askedGuide(reader: RadarReader, edition: string | null): Promise<Guide> {
	const guide = await reader.guide(edition);
	if (guide !== null) return guide;
	if (edition === null) error(404, 'This copy of the radar has no facts for the guide.');
	error(404, `There is no edition “${edition}”.`);
}

const readers = new WeakMap<Guide, (text: string) => Match>();

/** Reads a question in words; what that takes is loaded with the first one. */
export async function readQuestion(guide: Guide, text: string): Promise<Match> {
	const known = readers.get(guide);
	if (known !== undefined) return known(text);
	const { questionReader } = await import('#lib/radar/guide/question/match.ts');
	const made = questionReader(guide.useCases, guide.edition);
	readers.set(guide, made);
	return made(text);
}

/** The address of a stack after `?`: what the question says, then the question itself. */
export const questionQuery = ({ answers, pins, excluded }: Match, text: string): string =>
	[
		requestQuery({ answers, pins, excluded, constraints: NO_CONSTRAINTS }),
		`q=${encodeURIComponent(text)}`
	]
		.filter((part) => part !== '')
		.join('&');
