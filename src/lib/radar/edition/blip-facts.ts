import { seenText } from '#lib/radar/observation/observed-words.ts';
import type { ProjectPage } from './project/project-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { LICENSE_WORDS, MATURITY_WORDS } from '#lib/radar/words/labels.ts';
import { plural } from '#lib/radar/words/numbers.ts';

type Known = Pick<Blip, 'stars' | 'language' | 'license' | 'licenseClass' | 'maturity'>;

export const blipFacts = ({ stars, language, license, licenseClass, maturity }: Known): string[] =>
	[
		stars === null ? null : plural(stars, 'star'),
		language,
		license === null
			? 'Licence not known'
			: license === 'NOASSERTION'
				? 'Licence not recognised'
				: `${license}, ${LICENSE_WORDS[licenseClass].toLowerCase()}`,
		maturity === null ? null : `${MATURITY_WORDS[maturity]} project`
	].filter((fact) => fact !== null);

const DATED = [
	['stars', 'stars'],
	['languages', 'language'],
	['license', 'licence']
] as const;

/** "Stars: 22 August 2026; language, licence: 27 May 2026"; null when none was observed. */
export function factDays(observed: ProjectPage['observed'], on: Day): string | null {
	const byDay = new Map<string, string[]>();
	for (const [field, word] of DATED) {
		const seen = observed.find((value) => value.field === field);
		if (seen === undefined || (Array.isArray(seen.value) && seen.value.length === 0)) continue;
		const day = seenText(seen.observedOn, on);
		byDay.set(day, [...(byDay.get(day) ?? []), word]);
	}
	const text = [...byDay].map(([day, words]) => `${words.join(', ')}: ${day}`).join('; ');
	return text === '' ? null : text[0]?.toUpperCase() + text.slice(1);
}
