import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherEvidence, type StoredObservation } from '#lib/radar/observation/evidence.ts';
import { gatesThatHold, type GateInput } from './gate-conditions.ts';
import { applyGates, gateRing } from './gates.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { GateAction } from '#lib/radar/model/placement.ts';
import { GATE_IDS } from './gate-ids.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';
import { model } from '../../../../../tests/fixtures/model.ts';
import {
	EDITION,
	HEALTHY,
	JUDGED,
	observationOf,
	subjectOf
} from '../../../../../tests/fixtures/subject.ts';

const none = subjectOf().judgement;

function gated(
	ring: Ring | null,
	values: ObservedValues = {},
	filed: Partial<Subject> = {},
	input: Partial<GateInput> = {}
) {
	const subject = subjectOf({ ...HEALTHY, ...values }, filed);
	return applyGates(
		ring,
		gatesThatHold({ subject, confidence: 1, communityObserved: 30, ...input }, model)
	);
}
const ids = ({ gates }: ReturnType<typeof gated>) => gates.map(({ id }) => id);

test('a healthy project passes every gate', () => {
	for (const ring of ['adopt', 'trial', 'assess'] as const) {
		expect(gated(ring)).toEqual({ ring, gates: [], notRated: null });
	}
});

describe('not-rated', () => {
	const cases: [string, Partial<Subject>, Partial<GateInput>, string][] = [
		['no repository', { noRepository: 'The landscape lists no repository.' }, {}, 'no repository'],
		['no community figures', {}, { communityObserved: 0 }, 'not been measured'],
		['confidence below 40%', {}, { confidence: 0.399 }, 'Confidence is 40%']
	];
	test.each(cases)('%s', (_, filed, input, words) => {
		const result = gated('adopt', {}, filed, input);
		expect(result.ring).toBeNull();
		expect(result.notRated).toContain(words);
		expect(ids(result)).toEqual(['not-rated']);
	});

	test('stands alone, also for a repository where nobody commits', () => {
		const quiet = { lastCommit: '2024-01-01' };
		expect(ids(gated('adopt', quiet, {}, { communityObserved: 0 }))).toEqual(['not-rated']);
	});

	test('says why the community figures are missing, where a source told', () => {
		const { contributorsTotal: _, ...rest } = HEALTHY;
		const seen = observationOf(rest, { unknown: { contributorsTotal: 'the list was refused' } });
		const subject = subjectOf({}, { evidence: gatherEvidence([seen], EDITION, model.carry_over) });
		const result = applyGates(
			'adopt',
			gatesThatHold({ subject, confidence: 1, communityObserved: 0 }, model)
		);
		expect(result.notRated).toBe('Its contributors: the list was refused.');
	});

	test('40% is enough', () => {
		expect(gated('trial', {}, {}, { confidence: 0.4 }).ring).toBe('trial');
	});
});

describe('archived, retired', () => {
	const cases: [string, ObservedValues, Partial<Subject>][] = [
		['an archived repository', { archived: true }, {}],
		['a disabled repository', { disabled: true }, {}],
		['archived by the CNCF', {}, { maturity: 'archived' }],
		['retired by our judgement', {}, { judgement: { ...none, retired: JUDGED } }]
	];
	test.each(cases)('%s is in hold', (_, values, filed) => {
		const result = gated('adopt', values, filed);
		expect(result.ring).toBe('hold');
		expect(result.gates[0]).toMatchObject({ id: 'archived', effect: 'hold', acted: true });
		expect(result.gates[0]?.sentence).toMatch(/; its score is enough for Adopt\.$/);
	});

	test.each(cases)(
		'%s is in hold also where too little is known for a score',
		(_, values, filed) => {
			for (const input of [{ communityObserved: 0 }, { confidence: 0.1 }]) {
				const result = gated('adopt', values, filed, input);
				expect(result).toMatchObject({ ring: 'hold', notRated: null });
				expect(result.gates).toMatchObject([
					{ id: 'not-rated', effect: 'not-rated', acted: false },
					{ id: 'archived', effect: 'hold', acted: true }
				]);
				expect(result.gates[0]?.sentence).toMatch(/^It has no score\. /);
				expect(result.gates[1]?.sentence).not.toContain('its score');
			}
		}
	);

	test('archived stays archived until it is seen otherwise, however long ago it was seen', () => {
		const subject = (...seen: StoredObservation[]) =>
			subjectOf({}, { evidence: gatherEvidence(seen, EDITION, model.carry_over) });
		const old = observationOf({ archived: true }, { observedOn: '2024-09-30' });
		const back = observationOf({ archived: false }, { observedOn: '2025-03-31' });
		const ringOf = (of: Subject) =>
			applyGates(null, gatesThatHold({ subject: of, confidence: 0, communityObserved: 0 }, model))
				.ring;
		expect(ringOf(subject(old))).toBe('hold');
		expect(ringOf(subject(old, back))).toBeNull();
	});

	test('a repository said not to be archived is not', () => {
		expect(gated('adopt', { archived: false, disabled: false }).ring).toBe('adopt');
	});
});

describe('inactive and quiet, quiet', () => {
	test.each([
		['2025-08-31', 'hold', ['inactive', 'quiet']],
		['2025-09-01', 'assess', ['quiet']],
		['2026-03-04', 'assess', ['quiet']],
		['2026-03-05', 'adopt', []]
	] as const)('the last commit on %s: %s', (lastCommit, ring, gates) => {
		const result = gated('adopt', { lastCommit });
		expect(result.ring).toBe(ring);
		expect(ids(result)).toEqual(gates);
	});

	test.each([
		['a specification', { ...none, specification: { ...JUDGED, releases: 'applicable' as const } }],
		['feature complete', { ...none, featureComplete: JUDGED }]
	])('%s is never in hold for being quiet, yet stops at assess', (_, judgement) => {
		const result = gated('adopt', { lastCommit: '2024-01-01' }, { judgement });
		expect(result.ring).toBe('assess');
		expect(ids(result)).toEqual(['quiet']);
	});

	test('days are counted up to the day observed, not to the edition', () => {
		const seen = observationOf({ lastCommit: '2026-02-20' }, { observedOn: '2026-03-31' });
		const evidence = gatherEvidence([seen], EDITION, model.carry_over);
		expect(gated('adopt', {}, { evidence }).ring).toBe('adopt');
	});

	test('an unknown last commit closes no gate', () => {
		const { lastCommit: _, ...rest } = HEALTHY;
		const evidence = gatherEvidence([observationOf(rest)], EDITION, model.carry_over);
		expect(ids(gated('adopt', {}, { evidence }))).toEqual([]);
	});

	test('from night to night two good crawls have to agree', () => {
		const night = { date: '2026-11-24', kind: 'night' as const };
		const seen = (observedOn: string, lastCommit: string) =>
			observationOf({ lastCommit, firstCommit: '2020-01-01' }, { observedOn });
		const ringAfter = (...observations: ReturnType<typeof seen>[]) =>
			gated('adopt', {}, { evidence: gatherEvidence(observations, night, model.carry_over) }).ring;
		const alive = seen('2026-11-22', '2026-11-20');
		const dead = seen('2026-11-23', '2025-01-01');
		const deadAgain = seen('2026-11-24', '2025-01-01');
		expect(ringAfter(alive, deadAgain)).toBe('adopt');
		expect(ringAfter(deadAgain)).toBe('adopt');
		expect(ringAfter(alive, dead, deadAgain)).toBe('hold');
		// The first night on which a year has passed is not yet the second.
		const year = [seen('2026-11-23', '2025-11-24'), seen('2026-11-24', '2025-11-24')];
		expect(ringAfter(...year)).toBe('assess');
	});
});

describe('young, young', () => {
	test.each([
		['2025-09-01', 'assess', 'young'],
		['2025-08-31', 'trial', 'young'],
		['2025-03-01', 'trial', 'young'],
		['2025-02-28', 'adopt', undefined]
	] as const)('the first commit on %s: %s', (firstCommit, ring, gate) => {
		const result = gated('adopt', { firstCommit });
		expect(result.ring).toBe(ring);
		expect(ids(result)[0]).toBe(gate);
	});
});

describe('the caps at trial', () => {
	const cases: [string, string, ObservedValues, Partial<Subject>, Partial<GateInput>][] = [
		['sandbox', 'a sandbox project', {}, { maturity: 'sandbox' }, {}],
		['no-recent-release', 'a release too long ago', { lastStableRelease: '2025-08-30' }, {}, {}],
		['one-author', 'one author who wrote half', { absenceFactor: 1 }, {}, {}],
		['not-osi-licence', 'a licence that is not OSI approved', { license: 'BUSL-1.1' }, {}, {}],
		['low-confidence', 'confidence below 60%', {}, {}, { confidence: 0.59 }]
	];
	test.each(cases)('%s: %s', (id, _, values, filed, input) => {
		const capped = gated('adopt', values, filed, input);
		expect(capped.ring).toBe('trial');
		expect(capped.gates).toMatchObject([{ id, effect: 'at-most', ring: 'trial', acted: true }]);
		expect(capped.gates[0]?.sentence).toMatch(/; its score is enough for Adopt\.$/);
		const below = gated('assess', values, filed, input);
		expect(below.ring).toBe('assess');
		expect(below.gates).toMatchObject([{ id, acted: false }]);
		expect(below.gates[0]?.sentence).not.toContain('its score');
	});

	test('do not hold for those who just pass', () => {
		expect(ids(gated('adopt', { lastStableRelease: '2025-08-31' }))).toEqual([]);
		expect(ids(gated('adopt', { absenceFactor: 2 }))).toEqual([]);
		expect(ids(gated('adopt', { license: 'NOASSERTION' }))).toEqual([]);
		expect(ids(gated('adopt', {}, {}, { confidence: 0.6 }))).toEqual([]);
		expect(ids(gated('adopt', {}, { maturity: 'incubating' }))).toEqual([]);
	});

	test('no-recent-release asks nothing of those that never released, nor of those without releases by design', () => {
		const { lastStableRelease: _, ...rest } = HEALTHY;
		const evidence = gatherEvidence([observationOf(rest)], EDITION, model.carry_over);
		expect(ids(gated('adopt', {}, { evidence }))).toEqual([]);
		const specification = { ...JUDGED, releases: 'not-applicable' as const };
		const judgement = { ...none, specification };
		expect(ids(gated('adopt', { lastStableRelease: '2020-01-20' }, { judgement }))).toEqual([]);
	});
});

describe('gone', () => {
	test('takes the ring away, whatever the score', () => {
		for (const ring of ['adopt', 'assess'] as const) {
			const result = gated(ring, { gone: true });
			expect(result.ring).toBeNull();
			expect(result.notRated).toContain('GitHub no longer has its repository');
			expect(ids(result)).toEqual(['gone']);
		}
		expect(gated('adopt', { gone: false }).ring).toBe('adopt');
	});

	test('leaves on hold what its owners archived before', () => {
		expect(gated('adopt', { gone: true, archived: true }).ring).toBe('hold');
	});
});

describe('graduated', () => {
	test('stands at least in trial', () => {
		const result = gated('assess', {}, { maturity: 'graduated' });
		expect(result.ring).toBe('trial');
		expect(result.gates).toMatchObject([{ id: 'graduated', effect: 'at-least', acted: true }]);
		expect(gated('adopt', {}, { maturity: 'graduated' }).ring).toBe('adopt');
	});

	test.each([
		['archived', { archived: true }, 'hold'],
		['inactive', { lastCommit: '2025-01-01' }, 'hold'],
		['quiet', { lastCommit: '2026-01-01' }, 'assess']
	] as const)('has no floor after %s', (_, values, ring) => {
		const result = gated('assess', values, { maturity: 'graduated' });
		expect(result.ring).toBe(ring);
		expect(ids(result)).not.toContain('graduated');
	});

	test('caps beat the floor, which then did not act', () => {
		const result = gated('assess', { firstCommit: '2026-05-01' }, { maturity: 'graduated' });
		expect(result.ring).toBe('assess');
		expect(result.gates).toMatchObject([
			{ id: 'young', acted: false },
			{ id: 'graduated', acted: false }
		]);
	});
});

test('hold beats all', () => {
	const result = gated(
		'adopt',
		{ archived: true, absenceFactor: 1, license: 'SSPL-1.0' },
		{ maturity: 'sandbox' }
	);
	expect(result.ring).toBe('hold');
	expect(ids(result)).toEqual(['archived', 'sandbox', 'one-author', 'not-osi-licence']);
});

test('a gate that the settings leave out does not exist', () => {
	const subject = subjectOf({ ...HEALTHY, absenceFactor: 1 });
	const gates = model.gates.filter(({ id }) => id !== 'one-author');
	const input = { subject, confidence: 1, communityObserved: 30 };
	expect(applyGates('adopt', gatesThatHold(input, { ...model, gates })).ring).toBe('adopt');
});

describe('properties', () => {
	const bad: fc.Arbitrary<ObservedValues> = fc.record(
		{
			archived: fc.constant(true),
			lastCommit: fc.constantFrom('2025-01-01', '2026-01-01', '2026-08-20'),
			firstCommit: fc.constantFrom('2020-01-01', '2025-05-01', '2026-05-01'),
			absenceFactor: fc.constantFrom(1, 2, 9),
			license: fc.constantFrom('MIT', 'BUSL-1.1'),
			lastStableRelease: fc.constantFrom('2021-01-01', '2026-08-01')
		},
		{ requiredKeys: [] }
	);
	const maturity = fc.constantFrom(null, 'sandbox', 'incubating', 'graduated', 'archived' as const);
	const confidence = fc.constantFrom(0.3, 0.5, 0.9);
	const scoreRing = fc.constantFrom<Ring>('adopt', 'trial', 'assess');

	test('gates are stored in their order, each once', () => {
		fc.assert(
			fc.property(bad, maturity, confidence, scoreRing, (values, filed, share, ring) => {
				const found = ids(gated(ring, values, { maturity: filed }, { confidence: share }));
				const order = found.map((id) => GATE_IDS.indexOf(id));
				expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
			})
		);
	});

	test('gating twice is gating once', () => {
		fc.assert(
			fc.property(bad, maturity, confidence, scoreRing, (values, filed, share, ring) => {
				const once = gated(ring, values, { maturity: filed }, { confidence: share });
				if (once.ring === null) return;
				expect(gateRing(once.ring, once.gates)).toBe(once.ring);
				const twice = gated(once.ring, values, { maturity: filed }, { confidence: share });
				expect(twice.ring).toBe(once.ring);
			})
		);
	});

	test('the order of the gates does not change the ring', () => {
		const effects: fc.Arbitrary<Pick<GateAction, 'effect' | 'ring'>> = fc.constantFrom(
			{ effect: 'hold', ring: 'hold' },
			{ effect: 'at-most', ring: 'assess' },
			{ effect: 'at-most', ring: 'trial' },
			{ effect: 'at-least', ring: 'trial' }
		);
		fc.assert(
			fc.property(fc.array(effects), fc.constantFrom(...RINGS), (gates, ring) => {
				expect(gateRing(ring, [...gates].reverse())).toBe(gateRing(ring, gates));
			})
		);
	});
});
