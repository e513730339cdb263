import { expect, test } from 'vitest';
import type { Blip } from '#lib/radar/model/placement.ts';
import { packBlips, unpackBlips } from './blip-columns.ts';

const blip = (id: string, paths: Blip['paths']) =>
	({ id, category: 'Data', subcategory: 'Vector', paths }) as Blip;
const own = { category: 'Data', subcategory: 'Vector' };
const other = { category: 'Training', subcategory: 'Store' };

test('blips come out as they were packed; the only path travels once', () => {
	const blips = [blip('a', [own]), blip('b', [other]), blip('c', [own, other]), blip('d', [])];
	const columns = packBlips(blips);
	expect(columns.paths).toEqual([null, [other], [own, other], []]);
	expect(unpackBlips(columns)).toEqual(blips);
});
