import { safeUrl } from '#lib/radar/words/addresses.ts';

/** Prefilled issue; null when `repository` is no web address. `lines`: of its body. */
export function issueUrl(
	repository: string,
	{ title, lines }: { title: string; lines: readonly string[] }
): string | null {
	const base = safeUrl(repository);
	if (base === null) return null;
	const query = new URLSearchParams({ title, labels: 'correction', body: lines.join('\n') });
	return `${base.replace(/\/$/, '')}/issues/new?${query}`;
}

/** Questions at the end of every correction. */
export const WHAT_IS_WRONG = [
	'',
	'What is wrong:',
	'',
	'What is right, with a link that shows it:',
	''
];

/** Prefilled issue; null when `repository` is no web address. */
export function correctionUrl(
	repository: string,
	{ id, name, edition }: { id: string; name: string; edition: string }
): string | null {
	return issueUrl(repository, {
		title: `Correct ${name}`,
		lines: [`Project: ${name} (\`${id}\`)`, `Edition: ${edition}`, ...WHAT_IS_WRONG]
	});
}

/** Prefilled issue about an organisation's domain; null when `repository` is no web address. */
export const organisationUrl = (repository: string): string | null =>
	issueUrl(repository, {
		title: 'Correct an organisation',
		lines: [
			...['Domain:', '', 'Organisation:', ''],
			...['Public proof, as a link. Please name no person:', '']
		]
	});

/** Null when `repository` is no web address. */
export function overridesUrl(repository: string): string | null {
	const base = safeUrl(repository);
	return base === null ? null : `${base.replace(/\/$/, '')}/edit/main/data/overrides.yml`;
}
