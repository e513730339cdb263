import { expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { askedFromSearch } from './asked.ts';
import { visibleBlips } from './visible.ts';

const { blips } = makeEditionView({ count: 60 });
const visible = (search: string) => visibleBlips(blips, askedFromSearch(search));

test('a bare view shows everything', () => {
	expect(visible('')).toEqual(blips);
});

test('a segment shows its own, as the page does when it zooms in', () => {
	const shown = visible('segment=Inference');
	expect(shown.length).toBeGreaterThan(0);
	expect(new Set(shown.map(({ category }) => category))).toEqual(new Set(['Inference']));
});

test('a segment that does not exist shows everything', () => {
	expect(visible('segment=Robotics')).toEqual(blips);
});

test('segment and filter both hold', () => {
	const shown = visible('segment=Inference&ring=adopt');
	expect(shown).toEqual(visible('segment=Inference').filter(({ ring }) => ring === 'adopt'));
});
