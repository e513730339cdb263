import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_WORDS, quotedSentence, sentencesOf, visibleText } from './quoted-sentence.ts';

const quoted = (content: string[], description: string[] = [], title = 'A title') =>
	quotedSentence({ description, content }, title);
const TELLING = 'The new engine serves twice as many requests on the same cards.';

describe('the sentence of an article', () => {
	test('comes from the feed’s description first', () => {
		expect(quoted([TELLING], ['Confidential serving for every cluster.'])).toBe(
			'Confidential serving for every cluster.'
		);
	});

	test.each([
		'Welcome to another post about what is new in the engine.',
		'This is the second part of a series about the engine.',
		'Thanks to all of you who made this release what it is.',
		'Have you ever wondered how many requests a card can serve?',
		'Here is what changed in the engine since the last release:',
		'The new engine serves twice as many requests on the…',
		'Too short to tell.',
		`It goes on ${'and on '.repeat(MOST_WORDS)}.`
	])('is not %s', (other) => expect(quoted([other, TELLING])).toBe(TELLING));

	test('is not the title again', () => {
		expect(quoted([], ['The Engine is Twice as Fast'], 'The engine is twice as fast!')).toBeNull();
	});

	test('is none where nothing tells', () => expect(quoted(['Hi.'], ['Read more'])).toBeNull());

	test('does not end at an abbreviation or a version', () => {
		expect(
			sentencesOf('It runs on accelerators, e.g. GPUs, since v1.2.3 of the engine. It is fast.')
		).toEqual(['It runs on accelerators, e.g. GPUs, since v1.2.3 of the engine.', 'It is fast.']);
	});

	test('is verbatim, of 30 words at most, whatever the text', () => {
		const words = fc.array(
			fc.constantFrom(
				'engine',
				'e.g.',
				'Fast.',
				'what?',
				'v1.2',
				'…',
				'\u200b',
				'\u202e',
				'and',
				'the'
			),
			{ maxLength: 80 }
		);
		fc.assert(
			fc.property(words, words, (description, content) => {
				const sources = [description.join(' '), content.join(' ')];
				const sentence = quotedSentence(
					{ description: [sources[0] ?? ''], content: [sources[1] ?? ''] },
					'x'
				);
				if (sentence === null) return;
				expect(sources.some((source) => visibleText(source).includes(sentence))).toBe(true);
				expect(sentence.split(' ').length).toBeLessThanOrEqual(MOST_WORDS);
				expect(sentence).not.toMatch(/[\u200b-\u200f\u202a-\u202e]/);
			})
		);
	});
});
