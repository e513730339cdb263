import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import type { GateHit } from './gate-conditions.ts';
import { settleGates, type GateMemory } from './gate-nights.ts';
import { applyGates } from './gates.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { model } from '../../../../../tests/fixtures/model.ts';

const START = '2026-09-01';
const NIGHTS = model.stability.gate_nights;
const PAUSE = model.stability.nights_between_moves;
const WAITING = model.gates.filter(({ waits }) => waits).map(({ id }) => id);

const ONE_AUTHOR: GateHit = {
	id: 'one-author',
	effect: 'at-most',
	ring: 'trial',
	because: 'One author wrote half of the last 100 commits: such projects stop at Trial'
};
const ARCHIVED: GateHit = {
	id: 'archived',
	effect: 'hold',
	ring: 'hold',
	because: 'The repository is archived'
};
const UNSURE: GateHit = {
	id: 'not-rated',
	effect: 'not-rated',
	ring: null,
	because: 'Only 38% is known.'
};

const passed: GateMemory = { scoreRing: 'adopt', gates: [], pendingGates: [], movedOn: null };

/** Night after night from `before`; `hitsOn` answers which conditions hold on a night, counted from 0. */
function nights(count: number, before: GateMemory | null, hitsOn: (night: number) => GateHit[]) {
	let memory = before;
	return Array.from({ length: count }, (_, night) => {
		const on = addDays(START, night);
		const settled = settleGates(hitsOn(night), memory, on, model);
		const { ring, gates } = applyGates('adopt', settled.inForce);
		const moved = memory !== null && ring !== applyGates('adopt', hitsOf(memory)).ring;
		memory = {
			scoreRing: ring === null ? null : 'adopt',
			gates,
			pendingGates: settled.pending,
			movedOn: moved ? on : (memory?.movedOn ?? null)
		};
		return { ring, gates: gates.map(({ id }) => id), pending: settled.pending, gateTexts: gates };
	});
}
const hitsOf = ({ gates }: GateMemory): GateHit[] =>
	gates.map(({ id, effect, ring, sentence }) => ({ id, effect, ring, because: sentence }));

describe('from night to night', () => {
	test('the gates on absence factor and confidence wait, the others do not', () => {
		expect(WAITING).toEqual(['not-rated', 'one-author', 'low-confidence']);
	});

	test('a sole maintainer is counted for nights in a row before the gate acts, and every night says so', () => {
		const seen = nights(NIGHTS, passed, () => [ONE_AUTHOR]);
		const last = seen.at(-2);
		expect(last?.ring).toBe('adopt');
		expect(last?.pending).toEqual([
			{
				id: 'one-author',
				closing: true,
				night: NIGHTS - 1,
				of: NIGHTS,
				sentence: `One author wrote half of the last 100 commits: such projects stop at Trial; that counts after ${NIGHTS} nights in a row, and this is night ${NIGHTS - 1}.`
			}
		]);
		expect(seen.at(-1)).toMatchObject({ ring: 'trial', gates: ['one-author'], pending: [] });
	});

	test('it opens in the same way, and says until when it stays', () => {
		const closed = { ...passed, gates: applyGates('adopt', [ONE_AUTHOR]).gates };
		const seen = nights(NIGHTS, closed, () => []);
		expect(seen[0]?.gateTexts[0]?.sentence).toBe(
			'One author wrote half of the last 100 commits until lately: at most trial; its score is enough for Adopt.'
		);
		expect(seen[2]?.pending[0]?.sentence).toBe(
			`No longer so: one author wrote half of the last 100 commits; the limit ends after ${NIGHTS} nights in a row, and this is night 3.`
		);
		expect(seen.at(-2)?.ring).toBe('trial');
		expect(seen.at(-1)).toMatchObject({ ring: 'adopt', gates: [], pending: [] });
	});

	test('one night without it begins the count anew', () => {
		const seen = nights(2 * NIGHTS - 1, passed, (night) =>
			night === NIGHTS - 1 ? [] : [ONE_AUTHOR]
		);
		expect(seen.every(({ ring }) => ring === 'adopt')).toBe(true);
		expect(seen[NIGHTS]?.pending[0]?.night).toBe(1);
	});

	test('facts and decisions act at once, both ways', () => {
		const seen = nights(2, passed, (night) => (night === 0 ? [ARCHIVED] : []));
		expect(seen.map(({ ring }) => ring)).toEqual(['hold', 'adopt']);
	});

	test('a first placement, and one after a time without rating, takes the gates as they stand', () => {
		expect(nights(1, null, () => [ONE_AUTHOR])[0]).toMatchObject({ ring: 'trial', pending: [] });
		const unrated = { ...passed, scoreRing: null };
		expect(nights(1, unrated, () => [ONE_AUTHOR])[0]).toMatchObject({ ring: 'trial', pending: [] });
	});

	test('too little confidence takes a rating away after nights in a row, a lost repository at once', () => {
		const seen = nights(NIGHTS, passed, () => [UNSURE]);
		expect(seen.map(({ ring }) => ring)).toEqual([
			...new Array<Ring>(NIGHTS - 1).fill('adopt'),
			null
		]);
		const lost = nights(1, passed, () => [{ ...UNSURE, atOnce: true }]);
		expect(lost[0]?.ring).toBeNull();
	});

	test('no gate that waits acts within the pause after a move', () => {
		const moved = { ...passed, movedOn: addDays(START, -1) };
		const seen = nights(PAUSE, moved, () => [ONE_AUTHOR]);
		const first = seen.findIndex(({ ring }) => ring === 'trial');
		expect(first).toBe(PAUSE - 1);
		expect(seen[first - 1]?.pending[0]).toMatchObject({ night: NIGHTS, of: NIGHTS });
	});
});

describe('whatever the nights bring', () => {
	const some = fc.array(fc.boolean(), { minLength: 1, maxLength: 120 });
	const play = (conditions: readonly boolean[], from: GateMemory = passed) =>
		nights(conditions.length, from, (night) => (conditions[night] ? [ONE_AUTHOR] : []));

	test('a gate changes its state only after nights in a row that all say so', () => {
		fc.assert(
			fc.property(some, (conditions) => {
				const states = play(conditions).map(({ gates }) => gates.includes('one-author'));
				for (const [night, state] of states.entries()) {
					if (state === (states[night - 1] ?? false)) continue;
					const run = conditions.slice(Math.max(0, night - NIGHTS + 1), night + 1);
					expect(run).toHaveLength(NIGHTS);
					expect(run.every((holds) => holds === state)).toBe(true);
				}
			})
		);
	});

	test('two moves of a ring lie apart by the pause', () => {
		const runs = fc
			.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 })), { maxLength: 8 })
			.map((list) => list.flatMap(([holds, length]) => new Array<boolean>(length).fill(holds)));
		fc.assert(
			fc.property(runs, (conditions) => {
				const rings = play(conditions).map(({ ring }) => ring);
				const moves = rings.flatMap((ring, i) => (ring === (rings[i - 1] ?? 'adopt') ? [] : [i]));
				for (const [i, night] of moves.entries()) {
					const before = moves[i - 1];
					if (before !== undefined) expect(night - before).toBeGreaterThanOrEqual(PAUSE);
				}
			})
		);
	});

	test('what lasts comes through in the end', () => {
		fc.assert(
			fc.property(some, fc.boolean(), (conditions, holds) => {
				const lasting = [...conditions, ...new Array<boolean>(NIGHTS + PAUSE).fill(holds)];
				expect(play(lasting).at(-1)?.gates.includes('one-author')).toBe(holds);
			})
		);
	});

	test('every night that disagrees with the ring is told, and no other', () => {
		fc.assert(
			fc.property(some, (conditions) => {
				for (const [night, { gates, pending }] of play(conditions).entries()) {
					const disagrees = gates.includes('one-author') !== conditions[night];
					expect(pending.map(({ id, closing }) => [id, closing])).toEqual(
						disagrees ? [['one-author', conditions[night]]] : []
					);
				}
			})
		);
	});
});
