import type { Foundation } from '#lib/radar/landscape/foundation.ts';
import { MATURITIES, type Maturity } from '#lib/radar/words/vocabulary.ts';

/** Words that foundations use for a step, beside the CNCF's. */
const ALIKE: Record<Maturity, readonly string[]> = {
	sandbox: ['sandbox', 'at large', 'at-large', 'incubator', 'seed'],
	incubating: ['incubating', 'incubation', 'growth'],
	graduated: ['graduated', 'graduate', 'impact', 'top-level'],
	archived: ['archived', 'archive', 'emeritus', 'retired', 'attic']
};

/** Sorts the words of a landscape into steps; those that nothing is known of are handed over as they are. */
export function sortWords(words: readonly string[]): {
	maturity: Foundation['maturity'];
	unknown: string[];
} {
	const stepOf = (word: string) =>
		MATURITIES.find((step) => ALIKE[step].includes(word.trim().toLowerCase()));
	const of = (step: Maturity) => {
		const found = words.filter((word) => stepOf(word) === step);
		return found.length > 0 ? found : [step];
	};
	return {
		maturity: {
			sandbox: of('sandbox'),
			incubating: of('incubating'),
			graduated: of('graduated'),
			archived: of('archived')
		},
		unknown: words.filter((word) => stepOf(word) === undefined)
	};
}
