import { describe, expect, test } from 'vitest';
import { drawnPlaces } from './drawn-place.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { settings } from '../../../../tests/fixtures/model.ts';

const { former_category } = settings.scope;
const landscape = [{ name: 'Data', subcategories: ['Data Science'] }];
const member = (project: string, category: string, subcategory: string): Member => ({
	project,
	name: project,
	repository: null,
	maturity: null,
	badge: false,
	paths: [{ category, subcategory }]
});

describe('where a project is drawn', () => {
	test('is where it is filed today, also in old editions', () => {
		const places = drawnPlaces(landscape, [member('a', 'Data', 'Data Science')], settings);
		expect(places(member('a', former_category, 'AutoML'))).toEqual({
			category: 'Data',
			subcategory: 'Data Science'
		});
	});

	test('is where its old box lies today when it has left', () => {
		const places = drawnPlaces(landscape, [], settings);
		expect(places(member('b', former_category, 'Data Science'))).toEqual({
			category: 'Data',
			subcategory: 'Data Science'
		});
	});

	test('stays in that segment when nothing is filed in the box any more', () => {
		const places = drawnPlaces(landscape, [], settings);
		expect(places(member('c', former_category, 'AutoML'))).toEqual({
			category: 'Training',
			subcategory: 'Post Training'
		});
	});
});
