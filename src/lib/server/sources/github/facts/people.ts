/** An author as GitHub names them. Held in memory while counting, never stored. */
export interface Author {
	login: string | null;
	name: string | null;
	email: string | null;
}

const BOT_NAMES =
	/\[bot\]|^(dependabot|renovate|greenkeeper|snyk|mergify|codecov|allcontributors|imgbot|pre-commit-ci|github-actions|semantic-release|web-flow|copilot-swe|cla-?bot|k8s-ci-robot)\b/i;
const BOT_ENDINGS = /(^|[-_.\s])(bot|robot|ci-bot|automation)\d*$/i;

const looksLikeBot = (name: string): boolean => BOT_NAMES.test(name) || BOT_ENDINGS.test(name);

/** Whether name patterns say that no human stands behind the author. Agents that work under a person's name are not told apart. */
export function isBot({ login, name, email }: Author): boolean {
	if (login !== null) return looksLikeBot(login);
	return (name !== null && looksLikeBot(name)) || (email !== null && /\[bot\]@/i.test(email));
}

/** One key a person: the account where GitHub knows it, else the address, else the name; null when nothing is known. */
export function authorKey({ login, name, email }: Author): string | null {
	if (login) return `login ${login.toLowerCase()}`;
	if (email) return `email ${email.toLowerCase()}`;
	return name ? `name ${name.toLowerCase()}` : null;
}

/** How few authors wrote half of the commits, given who wrote each; 0 for none. */
export function absenceFactor(keys: readonly string[]): number {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	const largest = [...counts.values()].sort((a, b) => b - a);
	let covered = 0;
	let people = 0;
	while (covered * 2 < keys.length) covered += largest[people++] ?? keys.length;
	return people;
}
