import { redirect } from '@sveltejs/kit';
import { LONGEST_QUESTION } from '#lib/radar/guide/question/longest-question.ts';
import { readWithModel } from '#lib/server/language-model/guide-writer.ts';
import { askedGuide, questionQuery, readQuestion } from '../asked-guide.ts';
import { askerOf, configured } from '../../explained-stack.server.ts';
import type { RequestHandler } from './$types';

/** Leads to the stack that a model finds for a question, else to what is found without it. */
export const POST: RequestHandler = async (event) => {
	const { request, locals, url } = event;
	const writer = configured(locals.writer);
	const sent = await request.formData();
	const field = (name: string): string => {
		const value = sent.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const text = field('q').slice(0, LONGEST_QUESTION).toWellFormed();
	const edition = field('edition') || null;
	const guides = url.pathname.replace(/\/ask\/?$/, '');
	const at = edition === null ? '' : `&edition=${encodeURIComponent(edition)}`;
	if (text === '') redirect(303, guides);
	const guide = await askedGuide(locals.reader, edition);
	const byRule = await readQuestion(guide, text);
	const { match } = await readWithModel(writer, text, byRule, guide.useCases, askerOf(event));
	const [best] = match.useCases;
	redirect(
		303,
		best === undefined
			? `${guides}?q=${encodeURIComponent(text)}${at}`
			: `${guides}/${best.useCase}?${questionQuery(match, text)}${at}`
	);
};
