import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placementOf } from '../../../../../tests/fixtures/export-source.ts';
import { makeEditionView } from '../../../../../tests/fixtures/edition-view.ts';
import { editionNews, ringSteps, type EditionRings } from './through.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { movementOf } from '#lib/radar/model/place.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';

const [sample] = makeEditionView({ count: 1 }).blips as [Blip];

/** A project's life, edition by edition: a ring, `null` for not rated, `'-'` for not there. */
type Life = (Ring | null | '-')[];

function editions(life: Life): EditionRings[] {
	return life.map((state, at) => {
		const id = `2026-${String(at + 1).padStart(2, '0')}`;
		const before = at === 0 ? '-' : (life[at - 1] ?? null);
		const edition = { id, date: `${id}-28`, kind: 'month' as const, modelVersion: '1.0.0' };
		const cutOffs = { adopt: 78, trial: 66, band: 3 };
		if (state === '-') return { edition, cutOffs, rings: [], read: () => [] };
		const blip = {
			...sample,
			id: 'one',
			ring: state,
			score: state === null ? null : 70,
			notRated: state === null ? 'Too little is known.' : null,
			movement: movementOf(state, before === '-' ? null : { ring: before }, at === 0)
		};
		const read = (ids: readonly string[]) =>
			ids.includes('one') ? [{ blip, placement: placementOf(blip) }] : [];
		return { edition, cutOffs, rings: [blip], read };
	});
}

const stepsOf = (life: Life) =>
	(ringSteps(editions(life)).get('one') ?? []).map(({ edition, ring, from, movement }) =>
		[edition.slice(5), from ?? '·', ring, movement].join(' ')
	);

describe('ringSteps', () => {
	test.each<[Life, string[]]>([
		[
			['trial', 'trial', 'adopt'],
			['01 · trial none', '03 trial adopt in']
		],
		[['-', 'trial', 'trial'], ['02 · trial new']],
		[['-', null, 'trial'], ['03 · trial none']],
		[['trial', null, 'trial'], ['01 · trial none']],
		[
			['trial', null, 'hold'],
			['01 · trial none', '03 trial hold none']
		],
		[['trial', '-', 'trial'], ['03 · trial new']],
		[['trial', 'hold', '-'], []],
		[[null, null], []]
	])('%j', (life, steps) => {
		expect(stepsOf(life)).toEqual(steps);
	});

	test('the last step is the ring of a rated project, and no two in a row are the same', () => {
		const life = fc.array(fc.constantFrom<Life[number]>(...RINGS, null, '-'), {
			minLength: 1,
			maxLength: 12
		});
		fc.assert(
			fc.property(life, (states) => {
				const steps = ringSteps(editions(states)).get('one') ?? [];
				const last = states.at(-1);
				if (last !== null && last !== '-') expect(steps.at(-1)?.ring).toBe(last);
				steps.forEach((step, at) => expect(step.from).toBe(steps[at - 1]?.ring ?? null));
				expect(steps.every(({ ring, from }) => ring !== from)).toBe(true);
			})
		);
	});
});

describe('editionNews', () => {
	const kinds = (life: Life) =>
		editionNews(editions(life)).map(({ edition, news }) =>
			[edition.id.slice(5), ...news.map(({ kind }) => kind)].join(' ')
		);

	test('tells of entries, moves, exits and ratings, and is silent where nothing changed', () => {
		expect(kinds(['-', 'trial', 'trial', 'adopt', 'assess', null, 'hold', '-'])).toEqual([
			'02 entered',
			'04 in',
			'05 out',
			'06 unrated',
			'07 rated',
			'08 left'
		]);
	});

	test('the first edition has no news', () => {
		expect(kinds(['trial'])).toEqual([]);
	});

	test('every move says why', () => {
		for (const { news } of editionNews(editions(['trial', 'adopt', null]))) {
			for (const { reason } of news) expect(reason).not.toBeNull();
		}
	});
});
