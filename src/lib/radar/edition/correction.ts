import { safeUrl } from '#lib/radar/words/addresses.ts';

/** Prefilled issue; null when `repository` is no web address. */
export function correctionUrl(
	repository: string,
	{ id, name, edition }: { id: string; name: string; edition: string }
): string | null {
	const base = safeUrl(repository);
	if (base === null) return null;
	const body = [
		`Project: ${name} (\`${id}\`)`,
		`Edition: ${edition}`,
		'',
		'What is wrong:',
		'',
		'What is right, with a link that shows it:',
		''
	].join('\n');
	const query = new URLSearchParams({ title: `Correct ${name}`, labels: 'correction', body });
	return `${base.replace(/\/$/, '')}/issues/new?${query}`;
}

/** Null when `repository` is no web address. */
export function overridesUrl(repository: string): string | null {
	const base = safeUrl(repository);
	return base === null ? null : `${base.replace(/\/$/, '')}/edit/main/data/overrides.yml`;
}
