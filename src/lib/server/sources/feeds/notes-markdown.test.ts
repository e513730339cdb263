import { expect, test } from 'vitest';
import { notesFacts } from '#lib/radar/news/releases/release-notes.ts';
import { notesMarkdown } from './notes-markdown.ts';

test('headings, list items and paragraphs come back; code and scripts do not', () => {
	expect(
		notesMarkdown(
			'<h2>Breaking <em>changes</em></h2><ul><li><p>drops <code>v1</code></p></li><li>renames</li></ul><pre>security</pre><p>Bye</p><script>x</script>'
		)
	).toBe('## Breaking changes\n\n- drops v1\n- renames\n\nBye\n');
});

test('rules read the same facts as from Markdown', () => {
	const html =
		'<h3>Security</h3><ul><li>CVE-2026-1234 in x</li></ul><h3>New features</h3><ul><li>a</li><li>b</li></ul>';
	expect(notesFacts(notesMarkdown(html))).toMatchObject({
		security: 1,
		advisories: ['CVE-2026-1234'],
		added: 2,
		breaking: 0
	});
});

test('what is broken is read as far as it goes', () => {
	expect(notesMarkdown('<h2>Fixes<ul><li>a<li>b')).toBe('## Fixes\n\n- a\n- b\n');
	expect(notesMarkdown('')).toBe('');
});
