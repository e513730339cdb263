/** Accounts that are programs, as the bundled histories were measured: a change of the list changes the series. */
const PROGRAMS =
	/\[bot\]|bot@|-agent|dependabot|renovate|greenkeeper|snyk|jenkins|mergify|codecov|all-?contributors|imgbot|pre-commit-ci|github-actions|semantic-release|web-flow|copilot|k8s-ci-robot|noreply@anthropic\.com|cursoragent@/i;
const PROGRAM_NAMES = /(^|[-_.\s])(bot|robot|automation|release)\d*$/i;

/** Whether name or address is a program's. Agents that work under a person's name are not told apart. */
export const isBot = (name: string, email: string): boolean =>
	PROGRAMS.test(name) || PROGRAMS.test(email) || PROGRAM_NAMES.test(name);

/** GitHub's private addresses bear the account's number in front, but did not always. */
const ACCOUNT_NUMBER = /^\d+\+(?=.*@users\.noreply\.github\.com$)/;

/** One key an author: the address; the name where there is none. */
export const authorKey = (name: string, email: string): string =>
	(email || name).toLowerCase().replace(ACCOUNT_NUMBER, '');

/** How few authors wrote half of the commits, given the number of each commit's author; 0 for none. */
export function absenceFactor(authors: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1);
	let covered = 0;
	let people = 0;
	for (const count of [...counts.values()].sort((a, b) => b - a)) {
		if (covered * 2 >= authors.length) break;
		covered += count;
		people += 1;
	}
	return people;
}
