import type { Blip } from './placement.ts';
import { countText, LICENSE_WORDS, MATURITY_WORDS } from './words.ts';

type Known = Pick<Blip, 'stars' | 'language' | 'license' | 'licenseClass' | 'maturity'>;

/** What is known of a project beside its ring, in words: stars, language, licence with its class, CNCF maturity. */
export const blipFacts = ({ stars, language, license, licenseClass, maturity }: Known): string[] =>
	[
		stars === null ? null : `${countText(stars)} stars`,
		language,
		license === null || license === 'NOASSERTION'
			? 'Licence not recognised'
			: `${license}, ${LICENSE_WORDS[licenseClass].toLowerCase()}`,
		maturity === null ? null : `CNCF ${MATURITY_WORDS[maturity].toLowerCase()}`
	].filter((fact) => fact !== null);
