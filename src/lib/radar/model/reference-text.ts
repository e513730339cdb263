import type { Curve } from './settings/curve.ts';
import { countText, percent } from '#lib/radar/words/numbers.ts';
import { unhyphenated } from '#lib/radar/words/labels.ts';

/** Ids that are not British words. */
const WORDS: Readonly<Record<string, string>> = { organization: 'organisation' };

export function referenceText(curve: Curve): string {
	switch (curve.kind) {
		case 'log':
			return `0% at ${countText(curve.lo)} to 100% at ${countText(curve.hi)}, logarithmic`;
		case 'linear':
			return curve.points
				.map(([value, share]) => `${percent(share)} at ${countText(value)}`)
				.join(', ');
		case 'table':
			return Object.entries(curve.shares)
				.map(([word, share]) => `${WORDS[word] ?? unhyphenated(word)} ${percent(share)}`)
				.join(', ');
	}
}
