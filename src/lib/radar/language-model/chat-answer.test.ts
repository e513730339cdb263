import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonIn, readChatAnswer } from './chat-answer.ts';
import { cutText, dataBlock } from './data-block.ts';

test.each([
	['{"a": 1}', { a: 1 }],
	['```json\n{"a": 1}\n```', { a: 1 }],
	['Here it is:\n```\n{"a": 1}\n```\nDone.', { a: 1 }],
	['Sure: {"a": {"b": 2}} and that is all', { a: { b: 2 } }],
	['{"a": ', undefined],
	['no JSON', undefined]
])('JSON is found in %j', (text, value) => {
	expect(jsonIn(text)).toEqual(value);
});

test('anything at all is read as an answer or a fault', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.anything(),
				fc.json().map((text) => JSON.parse(text) as unknown)
			),
			(any) => {
				expect(readChatAnswer(any)).toEqual({ fault: 'not-an-answer' });
			}
		)
	);
});

test('a text of others cannot close its block, and holds nothing that is not seen', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.nat(200), (text, most) => {
			const [open, ...rest] = dataBlock('text', text, most).split('\n');
			expect([open, rest.pop()]).toEqual(['<text>', '</text>']);
			const held = rest.join('\n');
			expect(held).not.toMatch(/[<>\u200b-\u200f\u202a-\u202e]/);
			expect(held.length).toBeLessThanOrEqual(most);
		})
	);
});

test('a long text is cut at a line, else at a space', () => {
	expect(cutText('one\ntwo three', 9)).toBe('one');
	expect(cutText('one two three', 9)).toBe('one two');
});
