import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, escapeMarkup } from './escapes.ts';

const unescaped = (text: string) =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

test('escaped markup holds no markup and reads as before', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const escaped = escapeMarkup(text);
			expect(escaped).not.toMatch(/[<>"]/);
			expect(unescaped(escaped)).toBe(text);
		})
	);
});

test('letters that XML forbids are left out', () => {
	expect(escapeMarkup('a\u0000b\u000bc\ufffed\ud800')).toBe('abcd\ufffd');
});

test('Markdown gets no emphasis, links, code or HTML', () => {
	expect(escapeMarkdown('*a* [b](c) `d` <e> f_g\nh')).toBe(
		'\\*a\\* \\[b\\](c) \\`d\\` \\<e\\> f\\_g h'
	);
});
