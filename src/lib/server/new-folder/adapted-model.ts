import { isMap, isScalar, visit, type Document } from 'yaml';
import { CNCF } from '#lib/radar/landscape/foundation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** Parts of the settings whose sentences name the foundation. */
const WORDED = ['model', 'presets', 'limits'];

/**
 * Makes the bundled model that of a new radar: its changelog begins here, its sentences name the foundation, and
 * maturity is no evidence of use, since other foundations interview no adopters.
 */
export function adaptModel(settings: Document, foundation: string, today: Day): void {
	const version = String(settings.getIn(['model', 'version']));
	const change = `The model ${version} of the program, taken over for the ${foundation} landscape.`;
	settings.setIn(['model', 'changelog'], settings.createNode([{ version, date: today, change }]));
	settings.setIn(
		['model', 'cut_offs', 'rule'],
		'Taken over with the model; they were chosen on the landscape that the program brings.'
	);
	settings.deleteIn(['model', 'learnt_until']);
	for (const part of WORDED) {
		visit(settings.get(part, true) as Document, {
			Scalar: (_, scalar) => {
				if (typeof scalar.value === 'string')
					scalar.value = scalar.value.replaceAll(CNCF.name, foundation);
			},
			Pair: (_, { key, value }) => {
				if (isScalar(key) && key.value === 'kinds' && isMap(value)) value.delete('verified');
			}
		});
	}
}
