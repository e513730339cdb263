import type { Guide } from '#lib/radar/guide/guide.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { languageModelSchema } from '#lib/radar/model/settings/language-model.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { explainStack } from '#lib/server/language-model/guide-writer.ts';
import type { LanguageModelPlace } from '#lib/server/language-model/settings.ts';
import { visitorWriter } from '#lib/server/language-model/visitor-writer.ts';

/** A stack in a model's words; a sentence where it says nothing. */
export async function explained(
	place: LanguageModelPlace,
	settings: Settings,
	made: Recommendation,
	guide: Guide
): Promise<string> {
	const limits = languageModelSchema.parse(settings.llm ?? {});
	const writer = visitorWriter(place, limits);
	const { problem, sentences, dropped } = await explainStack(writer, made, guide, { address: '' });
	const texts = sentences.map((pieces) => pieces.map(({ text }) => text).join(''));
	return [
		'',
		problem ?? `In the words of ${place.model} at ${place.host}, each sentence checked by program:`,
		...texts.map((text) => `  ${text}`),
		...(dropped.length === 0
			? []
			: [`Left out: ${plural(dropped.length, 'sentence')} (${dropped.join(', ')}).`]),
		''
	].join('\n');
}
