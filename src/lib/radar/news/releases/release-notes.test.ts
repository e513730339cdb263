import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notesText } from '#lib/radar/news/week/line-text.ts';
import { notesFacts } from './release-notes.ts';

describe('notes of a release', () => {
	test('tell what breaks, what is safe again, what is new', () => {
		const facts = notesFacts(`
## ⚠️ Breaking Changes
- The v1alpha1 API is gone
## Security
- Fixes CVE-2026-12345
- Fixes ghsa-2222-3333-4444 (cve-2026-12345)
## New Features
${'- one more\n'.repeat(14)}
## Bug Fixes
- a
- b
## Deprecations
- old flag
## New Contributors
- someone
Requires Kubernetes 1.31+ and Python 3.10 or later.
`);
		expect(facts).toEqual({
			security: 2,
			advisories: ['CVE-2026-12345', 'GHSA-2222-3333-4444'],
			breaking: 1,
			deprecated: 1,
			added: 14,
			fixed: 2,
			contributors: 1,
			requires: ['Kubernetes ≥ 1.31', 'Python ≥ 3.10']
		});
		expect(notesText(facts)).toBe(
			'1 breaking change, 2 security fixes (CVE-2026-12345, GHSA-2222-3333-4444), 1 deprecated or removed, 14 new, 2 fixed, requires Kubernetes ≥ 1.31, Python ≥ 3.10'
		);
	});

	test('in the form that GitHub generates are read line by line', () => {
		const facts = notesFacts(`## What's Changed
* feat: gang scheduling by @x in https://github.com/o/r/pull/1
* fix(api)!: drop v1alpha1
* fix: a leak
* Deprecate the old flag
* chore: tidy
`);
		expect(facts).toMatchObject({ added: 1, breaking: 1, fixed: 1, deprecated: 1, security: 0 });
	});

	test.each([
		'## Breaking changes\nNone.',
		'## Breaking changes\n- No breaking changes',
		'## Security\n\nN/A',
		'No heading at all.'
	])('that say that there is nothing count nothing: %j', (text) =>
		expect(notesFacts(text)).toMatchObject({ breaking: 0, security: 0 })
	);

	test('count a section of sentences as one, also under a line in bold', () => {
		expect(notesFacts('**Urgent Upgrade Notes**\n\nYou must migrate first.').breaking).toBe(1);
	});

	test('are read whatever they are, and counts are counts', () => {
		const texts = fc.oneof(
			fc.string({ maxLength: 300 }),
			fc
				.array(
					fc.constantFrom(
						'# Security\n',
						'- x\n',
						'> '.repeat(500),
						'* '.repeat(300),
						'**',
						'[',
						'`',
						'CVE-2026-0001 ',
						'\n\n'
					),
					{ maxLength: 40 }
				)
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(texts, (text) => {
				const { advisories, requires, ...counts } = notesFacts(text);
				for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(0);
				expect(counts.security).toBeGreaterThanOrEqual(advisories.length);
				expect(requires.length).toBeLessThanOrEqual(5);
			})
		);
	});
});
