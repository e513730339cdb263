/**
 * The quoted sentence of an article against its first sentence, and against the first of at most 30 words, as a quotation may have: `npm run bench -- news FILE`. FILE: JSON lines, each with
 * `title`, the `description` that its authors wrote, and `sentences`, pairs of paragraph and text. ROUGE F1 × 100, with a
 * stemming tokenizer; the interval of the difference is the middle 95% of 2,000 paired resamplings.
 *
 * Where RADAR_LLM_URL and RADAR_LLM_MODEL name a model, its first sentence that holds is measured the same way, with the share
 * of its sentences that held; what fails falls back to the quoted sentence, as in the digest.
 */
import { readFileSync } from 'node:fs';
import { n as rouge } from 'js-rouge';
import { stemmer } from 'stemmer';
import { z } from 'zod';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { seededRandom } from '#lib/radar/model/random.ts';
import { MOST_WORDS, quotedSentence } from '#lib/radar/news/articles/quoted-sentence.ts';
import { DEFAULT_LANGUAGE_MODEL_LIMITS } from '#lib/radar/model/settings/language-model.ts';
import { checkedSummary } from '#lib/radar/news/summary/checked-summary.ts';
import { isLongEnough, summaryQuestion } from '#lib/radar/news/summary/summary-question.ts';
import { chatClient, LanguageModelFault } from '#lib/server/language-model/chat-client.ts';
import {
	languageModelPlace,
	type LanguageModelPlace
} from '#lib/server/language-model/settings.ts';
import { print } from './figure.ts';

const SEED = 17;
const RESAMPLINGS = 2000;

const articleSchema = z.looseObject({
	title: z.string(),
	description: z.string().min(1),
	sentences: z.array(z.tuple([z.number(), z.string()]))
});
type BenchArticle = z.output<typeof articleSchema>;

const tokenizer = (text: string): string[] =>
	[...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stemmer(word));

/** F1 × 100 of what was chosen; nothing chosen scores 0. */
function score(chosen: string | null, reference: string, n: 1 | 2): number {
	if (chosen === null || tokenizer(chosen).length < n || tokenizer(reference).length < n) return 0;
	return 100 * rouge(chosen, reference, { n, tokenizer });
}

function paragraphsOf({ sentences }: BenchArticle): string[] {
	const paragraphs = Map.groupBy(sentences, ([paragraph]) => paragraph);
	return [...paragraphs.values()].map((own) => own.map(([, text]) => text).join(' '));
}

type Choice = (article: BenchArticle) => string | null;

const quoted: Choice = (article) =>
	quotedSentence({ description: [], content: paragraphsOf(article) }, article.title);
const BASELINES: Record<string, Choice> = {
	'the first sentence': ({ sentences }) => sentences[0]?.[1] ?? null,
	'the first of 30 words at most': ({ sentences }) =>
		sentences.find(([, text]) => text.trim().split(/\s+/).length <= MOST_WORDS)?.[1] ?? null
};

const mean = (numbers: readonly number[]): number =>
	numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The middle 95% of the mean difference when the articles are drawn again. */
function interval(differences: readonly number[]): [number, number] {
	const random = seededRandom(SEED);
	const means = Array.from({ length: RESAMPLINGS }, () =>
		mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0))
	).sort((a, b) => a - b);
	const at = (share: number) => means[Math.floor(share * (means.length - 1))] ?? NaN;
	return [at(0.025), at(0.975)];
}

function measure(articles: readonly BenchArticle[]): void {
	const silent = articles.filter((article) => quoted(article) === null).length;
	console.log(
		`${articles.length} articles; ${silent} without a sentence that may be quoted, which score 0`
	);
	compare('quoted sentence', quoted, BASELINES, articles);
}

function compare(
	what: string,
	chosen: Choice,
	baselines: Readonly<Record<string, Choice>>,
	articles: readonly BenchArticle[]
): void {
	for (const n of [1, 2] as const) {
		const scores = (choose: Choice) =>
			articles.map((article) => score(choose(article), article.description, n));
		const ours = scores(chosen);
		for (const [name, choose] of Object.entries(baselines)) {
			const theirs = scores(choose);
			const [low, high] = interval(ours.map((value, i) => value - (theirs[i] ?? 0)));
			print({
				what: `ROUGE-${n}, ${what}; target: ${name}`,
				measured: mean(ours),
				unit: 'F1',
				target: mean(theirs),
				atLeast: true
			});
			console.log(`        difference between ${low.toFixed(1)} and ${high.toFixed(1)} (95%)`);
		}
	}
}

/** Asks a model about each article, and measures what holds of its answers. */
async function measureModel(
	articles: readonly BenchArticle[],
	place: LanguageModelPlace
): Promise<void> {
	const limits = DEFAULT_LANGUAGE_MODEL_LIMITS;
	const ask = chatClient(place, limits);
	const told = new Map<BenchArticle, string>();
	const counts = { asked: 0, kept: 0, dropped: 0, failed: 0, tokens: 0 };
	for (const article of articles) {
		const paragraphs = paragraphsOf(article);
		if (!isLongEnough(paragraphs)) continue;
		counts.asked += 1;
		try {
			const answer = await ask(summaryQuestion(article, paragraphs, limits.tokens_in));
			counts.tokens += answer.tokens.in + answer.tokens.out;
			const item = { title: article.title, version: null, day: '' };
			const summary = checkedSummary(answer.content, item, [], paragraphs);
			counts.kept += summary?.sentences.length ?? 0;
			counts.dropped += summary?.dropped.length ?? 0;
			const [first] = summary?.sentences ?? [];
			if (first !== undefined) told.set(article, first);
		} catch (error) {
			if (!(error instanceof LanguageModelFault)) throw error;
			counts.failed += 1;
		}
	}
	const { asked, kept, dropped, failed, tokens } = counts;
	console.log(
		`${place.model}: ${asked} articles asked about, ${failed} without an answer; ${kept} of ${kept + dropped} sentences held; ${told.size} articles told; ${tokens} tokens`
	);
	const choose: Choice = (article) => told.get(article) ?? quoted(article);
	compare('model, else quoted', choose, { ...BASELINES, 'quoted sentence': quoted }, articles);
	const own = articles.filter((article) => told.has(article));
	if (own.length > 0) compare('model, where it told', choose, { 'quoted sentence': quoted }, own);
}

const [file] = process.argv.slice(2);
if (file === undefined) console.log('not measured: name a file, npm run bench -- news FILE');
else {
	const articles = readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => readJsonLine(line, articleSchema));
	measure(articles);
	const place = languageModelPlace(process.env);
	if (place === null) console.log('no model measured: RADAR_LLM_URL and RADAR_LLM_MODEL name one');
	else await measureModel(articles, place);
}
