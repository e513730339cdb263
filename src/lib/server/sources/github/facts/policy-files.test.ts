import { expect, test } from 'vitest';
import { policyFiles } from './policy-files.ts';

test('files are known by their name in any case and with any ending', () => {
	expect(
		policyFiles(['README.md', 'Adopters.md', 'OWNERS', 'governance.rst', 'contributing.adoc'])
	).toEqual({
		adopters: true,
		maintainers: true,
		governance: true,
		contributing: true
	});
});

test('a name that only holds such a word is none', () => {
	expect(
		policyFiles(['adopters-guide.md', 'data-governance.md', 'CODEOWNERS', 'users.md'])
	).toEqual({
		adopters: false,
		maintainers: false,
		governance: false,
		contributing: false
	});
});
