import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { spokenBlip } from './spoken.ts';

const [sample] = makeEditionView({ count: 1 }).blips as [Blip];
const calm = { movement: 'none', archived: false, confidence: 'high' } as const;

describe('what is said of a blip', () => {
	test('is its name, ring, segment and score', () => {
		const blip: Blip = { ...sample, ...calm, name: 'KServe, the', ring: 'trial', score: 71.4 };
		expect(spokenBlip(blip, 'Inference')).toBe('KServe, the, Trial, Inference, score 71');
	});

	test('says that more is known where that alone moved it', () => {
		const blip: Blip = { ...sample, ...calm, movement: 'out', newlyMeasured: true };
		expect(spokenBlip(blip, 'Training')).toMatch(/, moved out because more is known of its use$/);
	});

	test('adds how it moved, that it is archived and that little is known', () => {
		const blip: Blip = {
			...sample,
			name: 'Alpa',
			ring: 'hold',
			score: null,
			movement: 'out',
			lacksData: true,
			archived: true,
			confidence: 'low'
		};
		expect(spokenBlip(blip, 'Training')).toMatch(
			/^Alpa, Hold, Training, moved out .+, archived, low confidence$/
		);
	});
});
