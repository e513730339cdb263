import { describe, expect, test } from 'vitest';
import { placeProject, prepareModel } from '#lib/radar/model/place.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { HistoryCell } from '#lib/radar/edition/moves/history.ts';
import { projectCard } from './project-card.ts';
import { modelWithCutOffs } from '../../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf } from '../../../../../tests/fixtures/subject.ts';

const edition: Edition = {
	id: '2026-08',
	date: '2026-08-31',
	kind: 'month',
	modelVersion: '1.1.0'
};
const rated: Blip = {
	id: 'vllm',
	name: 'vLLM',
	aliases: [],
	repository: 'vllm-project/vllm',
	category: 'Inference',
	subcategory: 'Runtime',
	paths: [],
	ring: 'trial',
	score: 77.96,
	movement: 'out',
	lacksData: false,
	newlyMeasured: false,
	previousRing: 'adopt',
	confidence: 'low',
	notRated: null,
	x: 500,
	y: 300,
	maturity: null,
	license: null,
	licenseClass: 'unknown',
	language: null,
	stars: null,
	trend: 'rising',
	archived: false,
	borderline: true
};
const cutOffs = { adopt: 78, trial: 66, band: 3 };
const { placement: judged } = placeProject(
	subjectOf(HEALTHY),
	[],
	EDITION,
	null,
	true,
	prepareModel(modelWithCutOffs({ adopt: 78, trial: 66 }))
);
const placed: Placement = {
	...judged,
	scoreRing: 'trial',
	heldByBand: false,
	gates: [],
	next: null,
	stability: 0.55
};
const card = (blip: Blip | null, name = 'vLLM', gone: Parameters<typeof projectCard>[1] = null) =>
	projectCard(
		{
			name,
			repository: 'vllm-project/vllm',
			blip,
			placement: blip && { ...placed, ring: blip.ring, score: blip.score },
			cutOffs,
			edition
		},
		gone
	);
const cell = (id: string, state: HistoryCell['state']): HistoryCell => ({
	edition: id,
	date: `${id}-28`,
	state,
	score: null,
	reason: null
});

describe('the card of a project', () => {
	test('says ring, score, place, and what is to be known of it', () => {
		expect(card(rated)).toMatchObject({
			name: { lines: ['vLLM'] },
			place: { lines: ['Inference / Runtime'] },
			ring: 'trial',
			verdict: 'Trial',
			score: '77.9'
		});
		expect(card(rated).says.lines.join(' ')).toBe(
			'vLLM scores 77 of 100, enough for Trial. Borderline: 55% of other weightings agree.'
		);
	});

	test('has no score for a project that is in hold by a fact alone', () => {
		const archived: Blip = {
			...rated,
			ring: 'hold',
			score: null,
			movement: 'new',
			archived: true,
			trend: null,
			borderline: false
		};
		expect(card(archived)).toMatchObject({ ring: 'hold', verdict: 'Hold', score: null });
		expect(card(archived).says.lines.join(' ')).toBe('vLLM is in Hold.');
	});

	test('says whole sentences only, and that figures are too old', () => {
		const long = { ...rated, name: 'A project with a rather long name', lacksData: true };
		const said = card(long, long.name).says.lines.join(' ');
		expect(said).toContain('It moved out only because figures are now too old to count.');
		expect(said).toMatch(/\.$/);
	});

	test('says why a project is not rated', () => {
		const notRated = 'Its repository has not been measured yet.';
		const unrated: Blip = { ...rated, ring: null, score: null, notRated };
		expect(card(unrated)).toMatchObject({ ring: null, verdict: 'Not rated', score: null });
		expect(card(unrated).says.lines.join(' ')).toBe(notRated);
	});

	test('says when a project has left, and where it stood', () => {
		const gone = { left: cell('2025-04', 'absent'), last: cell('2025-03', 'hold') };
		expect(card(rated, 'Alpa', gone)).toMatchObject({
			ring: null,
			verdict: 'Left the radar',
			score: null
		});
		expect(card(rated, 'Alpa', gone).says.lines.join(' ')).toBe(
			'It stood last in March 2025, in Hold. Since April 2025 the landscape no longer files it in its AI part.'
		);
	});

	test('of an edition before a project came, does not say that it left', () => {
		expect(card(null)).toMatchObject({ place: null, ring: null, verdict: 'Not in this edition' });
		expect(card(null).says.lines.join(' ')).toBe('It did not stand on the radar in August 2026.');
	});

	test('names a project by its repository where the font has no letters for its name', () => {
		expect(card(rated, 'Поиск').name.lines).toEqual(['Поиск']);
		expect(card(rated, '向量数据库').name.lines).toEqual(['vllm-project/vllm']);
	});
});
