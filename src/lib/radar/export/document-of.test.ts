import { describe, expect, test } from 'vitest';
import {
	makeExportSource,
	NOT_COUNTED,
	placementOf
} from '../../../../tests/fixtures/export-source.ts';
import { documentOf } from './document-of.ts';

const newest = makeExportSource().document;
const { edition: older, document: expected } = makeExportSource({ edition: '2026-03' });
const standings = older.blips.map((blip) => ({
	blip,
	placement: placementOf(blip),
	homepage: null,
	carriedBy: NOT_COUNTED
}));

describe('documentOf', () => {
	test('makes from another edition what a server would answer', () => {
		expect(newest.edition.id).not.toBe(expected.edition.id);
		expect(documentOf(newest, older, standings)).toEqual(expected);
	});

	test('refuses an edition of another model, in words to show', () => {
		const edition = { ...older.edition, modelVersion: '0.9.0' };
		expect(() => documentOf(newest, { ...older, edition }, standings)).toThrow(
			'judged by the model 0.9.0'
		);
	});
});
