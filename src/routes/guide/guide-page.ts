import { redirect } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import { LONGEST_QUESTION } from '#lib/radar/guide/question/longest-question.ts';
import { askedId, askedParams } from '../asked-edition.ts';
import { askedGuide, questionQuery, readQuestion } from './asked-guide.ts';

/** All use cases; `?q=` leads to the stack of the best, or back here where the guide knows none. */
export async function guidePage(reader: RadarReader, url: URL) {
	const edition = askedId({ url });
	const [guide, editions] = await Promise.all([askedGuide(reader, edition), reader.editions()]);
	const text = (askedParams(url).get('q') ?? '').trim().slice(0, LONGEST_QUESTION).toWellFormed();
	const match = text === '' ? null : await readQuestion(guide, text);
	const best = match?.useCases[0];
	if (match && best) {
		const at = edition === null ? '' : `&edition=${encodeURIComponent(edition)}`;
		const path = url.pathname.replace(/\/$/, '');
		redirect(303, `${path}/${best.useCase}?${questionQuery(match, text)}${at}`);
	}
	const { use_cases: useCases, checked } = guide.useCases.file;
	const groups = [...Map.groupBy(useCases, ({ group }) => group)];
	return {
		edition: guide.edition.edition,
		editions,
		/** Null: the newest. */
		asked: edition,
		count: useCases.length,
		/** Day on which the facts were last looked at. */
		checked,
		/** Not understood; empty without a question. */
		question: text,
		groups: groups.map(([title, own]) => ({
			title,
			useCases: own.map(({ id, title: name, says }) => ({ id, title: name, says }))
		}))
	};
}
