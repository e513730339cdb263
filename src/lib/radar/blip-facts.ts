import { ageText } from './observed-words.ts';
import type { ProjectView } from './page-data.ts';
import type { Blip } from './placement.ts';
import type { Day } from './vocabulary.ts';
import { LICENSE_WORDS, MATURITY_WORDS, plural } from './words.ts';

type Known = Pick<Blip, 'stars' | 'language' | 'license' | 'licenseClass' | 'maturity'>;

/** What is known of a project beside its ring, in words: stars, language, licence with its class, CNCF maturity. */
export const blipFacts = ({ stars, language, license, licenseClass, maturity }: Known): string[] =>
	[
		stars === null ? null : plural(stars, 'star'),
		language,
		license === null
			? 'Licence not known'
			: license === 'NOASSERTION'
				? 'Licence not recognised'
				: `${license}, ${LICENSE_WORDS[licenseClass].toLowerCase()}`,
		maturity === null ? null : `CNCF ${MATURITY_WORDS[maturity].toLowerCase()}`
	].filter((fact) => fact !== null);

const AGED = [
	['stars', 'stars'],
	['languages', 'language'],
	['license', 'licence']
] as const;

/**
 * How old those facts are on an edition's day, those of one age together: "Stars 9 days old; language, licence 3 months
 * old". Null when nothing of them was observed.
 */
export function factAges(observed: ProjectView['observed'], on: Day): string | null {
	const byAge = new Map<string, string[]>();
	for (const [field, word] of AGED) {
		const seen = observed.find((value) => value.field === field);
		if (seen === undefined) continue;
		const age = ageText(seen.observedOn, on);
		byAge.set(age, [...(byAge.get(age) ?? []), word]);
	}
	const text = [...byAge].map(([age, words]) => `${words.join(', ')} ${age}`).join('; ');
	return text === '' ? null : text[0]?.toUpperCase() + text.slice(1);
}
