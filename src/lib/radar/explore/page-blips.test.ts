import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { byName } from '#lib/radar/words/by-name.ts';
import { drawnAndOthers } from '#lib/radar/chart/chart.ts';
import { packBlips, unpackBlips, type Drawn } from './page-blips.ts';
import type { Blip } from '#lib/radar/model/placement.ts';

const seen = (blips: readonly Blip[]): Drawn[] =>
	blips.map(({ id, name, x, y }) => ({ id, name, x, y }));

/** As sent: what is not JSON is lost. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the blips of a page', () => {
	test('are the same again, sorted by name, however many are read from the chart', () => {
		fc.assert(
			fc.property(fc.nat(), fc.integer({ min: 0, max: 90 }), fc.nat(90), (seed, count, most) => {
				const view = makeEditionView({ seed, count });
				const { drawn, others } = drawnAndOthers(view);
				const read = Math.min(most, drawn.length);
				const packed = sent(packBlips([...drawn, ...others], read));
				expect(unpackBlips(packed, seen(drawn.slice(0, read)))).toEqual(
					view.blips.toSorted(byName)
				);
			}),
			{ numRuns: 30 }
		);
	});

	test('leave out of a repository what the id says', () => {
		const [sample] = makeEditionView({ count: 1 }).blips as [Blip];
		const repositories = ['kserve/kserve', 'kserve/core', 'lf/kserve', 'lf/core', 'KServe/x', null];
		const blips = repositories.map((repository): Blip => ({ ...sample, id: 'kserve', repository }));
		const packed = packBlips(blips, 0);
		expect(packed.repository).toEqual(['/', '/core', 'lf/', 'lf/core', 'KServe/x', null]);
		expect(
			unpackBlips(packed, [])
				?.map(({ repository }) => repository)
				.sort()
		).toEqual(repositories.toSorted());
	});

	test('are none when the chart is another one than was meant', () => {
		const view = makeEditionView({ count: 20 });
		const { drawn, others } = drawnAndOthers(view);
		const packed = packBlips([...drawn, ...others], drawn.length);
		expect(unpackBlips(packed, seen(drawn.slice(1)))).toBeNull();
		expect(unpackBlips(packed, [])).toBeNull();
	});
});
