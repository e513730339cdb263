import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../../tests/fixtures/edition-view.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import { visibleBlips } from '#lib/radar/explore/visible.ts';
import { figureOf } from './figure.ts';

const edition = makeEditionView({ count: 120 });
const figure = (search: string) => {
	const view = askedFromSearch(search);
	const matching =
		search === '' ? null : new Set(visibleBlips(edition.blips, view).map(({ id }) => id));
	return { ...figureOf(edition, view, matching), ids: matching };
};
const sum = (list: readonly { count: number }[]) =>
	list.reduce((total, { count }) => total + count, 0);

describe('the picture', () => {
	test.each([
		'',
		'ring=adopt',
		'segment=Inference',
		'category=Data&ring=trial',
		'q=nothing-at-all'
	])('counts every matching project once: ?%s', (search) => {
		const { rings, segments, matching, notRated } = figure(search);
		expect(sum(rings)).toBe(matching - notRated);
		expect(sum(segments)).toBe(matching - notRated);
	});

	test('names and moves only what matches, and dims the rest', () => {
		const { names: labels, matches, moves, ids } = figure('ring=adopt');
		expect(labels.length).toBeGreaterThan(0);
		for (const { id } of labels) expect(ids?.has(id)).toBe(true);
		expect(
			edition.blips.filter(({ id }) => matches(id)).every(({ ring }) => ring === 'adopt')
		).toBe(true);
		const moved = edition.blips.filter(
			({ ring, movement }) => ring === 'adopt' && movement === 'in'
		);
		for (const { name } of moved.slice(0, 1)) expect(moves.join(' ')).toContain(name);
	});

	test('many that moved are named in part and counted', () => {
		const all = {
			...edition,
			blips: edition.blips.map((blip) => ({ ...blip, movement: 'out' as const }))
		};
		const { moves } = figureOf(all, askedFromSearch(''), null);
		expect(moves).toHaveLength(1);
		expect(moves[0]).toMatch(/^Moved out: (.+, ){7}.+ and \d+ more\.$/);
	});

	test('who moved by the data alone has a line of its own, and the legend tells the arc', () => {
		const some = {
			...edition,
			blips: edition.blips.map((blip, i) => ({
				...blip,
				movement: i < 6 ? ('out' as const) : ('none' as const),
				lacksData: i < 3,
				newlyMeasured: i === 3
			}))
		};
		const { moves, hasBroken } = figureOf(some, askedFromSearch(''), null);
		expect(moves.map((line) => line.replace(/:.*/, ''))).toEqual([
			'Moved out',
			'Moved out, data too old',
			'Moved out, newly measured'
		]);
		expect(hasBroken).toBe(true);
		expect(figure('').hasBroken).toBe(false);
	});

	test('names are left out when the view leaves them out', () => {
		expect(figure('names=off').names).toEqual([]);
	});

	test('a segment that does not exist shows the whole radar', () => {
		expect(figureOf(edition, askedFromSearch('segment=Robotics'), null).segment).toBeNull();
	});
});
