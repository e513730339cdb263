import { expect, test } from 'vitest';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { landscapeItems } from './landscape-changes.ts';

const member = (project: string, changes: Partial<Member> = {}): Member => ({
	project,
	name: project,
	repository: `o/${project}`,
	maturity: null,
	badge: false,
	paths: [{ category: 'Data', subcategory: 'A' }],
	...changes
});
const titles = (before: Member[], after: Member[]) =>
	landscapeItems([
		{ date: '2026-01-31', members: before },
		{ date: '2026-02-28', members: after }
	]).map(({ title }) => title);

test('a changed maturity, home, name or box is an item each', () => {
	const after = [
		member('a', { maturity: 'sandbox' }),
		member('b', { maturity: 'graduated' }),
		member('c', { maturity: 'archived' }),
		member('d', { repository: 'other/d' }),
		member('e', { name: 'E2' }),
		member('f', { paths: [{ category: 'Data', subcategory: 'B' }] }),
		member('entered')
	];
	const before = [
		member('a'),
		member('b', { maturity: 'incubating' }),
		member('c', { maturity: 'sandbox' }),
		member('d'),
		member('e'),
		member('f'),
		member('left')
	];
	expect(titles(before, after)).toEqual([
		'a is now listed as sandbox',
		'b went from incubating to graduated',
		'c is archived',
		'd moved to other/d',
		'e is now called E2',
		'f moved to Data / B'
	]);
});

test('an address that is filed for the first time, or spelt otherwise, moves nothing', () => {
	expect(
		titles(
			[member('a', { repository: null }), member('b')],
			[member('a'), member('b', { repository: 'O/B' })]
		)
	).toEqual([]);
});

test('a landscape that is divided anew is one item', () => {
	const many = Array.from({ length: 12 }, (_, i) => `p${i}`);
	const paths = [{ category: 'Inference', subcategory: 'Framework' }];
	expect(
		titles(
			many.map((id) => member(id)),
			many.map((id) => member(id, { paths }))
		)
	).toEqual(['The landscape was reorganised: 12 of 12 projects changed their subcategory']);
});
