import { expect, test } from 'vitest';
import { glossaryOf, TERM_IDS } from './glossary.ts';
import { modelWithCutOffs, settings } from '../../../../tests/fixtures/model.ts';

const terms = glossaryOf({ ...settings, model: modelWithCutOffs({ adopt: 80, trial: 60 }) });

test('every term is told once, in the order of the alphabet, with the numbers of the model', () => {
	expect(terms.map(({ id }) => id)).toEqual([...TERM_IDS]);
	const names = terms.map(({ term }) => term.replace('CNCF ', ''));
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(terms.find(({ id }) => id === 'cut-off')?.means).toContain('80 for Adopt, 60 for Trial');
});

test('no sentence has more than 25 words', () => {
	for (const { means } of terms) {
		for (const sentence of means.split(/(?<=\.)\s/)) {
			expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
		}
	}
});
