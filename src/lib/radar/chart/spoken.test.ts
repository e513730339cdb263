import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { spokenBlip, spokenName } from './spoken.ts';

const { blips, segments } = makeEditionView({ count: 60 });

test('the name can be heard in what is said of a blip, whatever it is called', () => {
	const odd = fc.constantFrom(', Adopt, Data', ', Trial, Data, score 80', ', new', 'Adopt, ');
	const name = fc.array(fc.oneof(fc.string(), odd)).map((parts) => parts.join(''));
	fc.assert(
		fc.property(
			name,
			fc.constantFrom(...blips),
			fc.constantFrom(...segments),
			(name, blip, segment) => {
				if (blip.ring === null) return;
				const spoken = spokenBlip({ ...blip, name }, segment.name);
				expect(spokenName(spoken, blip.ring, segment.name)).toBe(name);
			}
		)
	);
});
