import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#lib/radar/words/days.ts';
import { settleMonth, settleNight, type Memory, type Settled } from './hysteresis.ts';
import { seededNormals } from '#lib/radar/model/random.ts';
import { ringOfScore, ringWithBand } from './rings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { modelWithCutOffs } from '../../../../../tests/fixtures/model.ts';

const model = modelWithCutOffs({ adopt: 78, trial: 66 });

const START = '2026-09-01';
const held = (scoreRing: Ring, smoothed: number | null = null): Memory => ({
	scoreRing,
	smoothed,
	pending: null,
	movedOn: null
});

/** Night after night from `before`; `scoreOn` answers the score of a night, counted from 0. */
function nights(count: number, before: Memory | null, scoreOn: (night: number) => number) {
	const seen: (Settled & { on: string })[] = [];
	let memory = before;
	for (let night = 0; night < count; night++) {
		const on = addDays(START, night);
		const settled = settleNight(scoreOn(night), memory, on, model);
		seen.push({ ...settled, on });
		memory = settled;
	}
	return seen;
}
const moves = (seen: { scoreRing: Ring }[], from: Ring) =>
	seen.filter(({ scoreRing }, i) => scoreRing !== (seen[i - 1]?.scoreRing ?? from)).length;

describe('from month to month', () => {
	test('a first placement takes the raw score', () => {
		expect(settleMonth(78, null, START, model)).toEqual({
			scoreRing: 'adopt',
			smoothed: null,
			pending: null,
			movedOn: null
		});
	});

	test('the band alone holds a ring, and the day of a move is remembered', () => {
		expect(settleMonth(80.9, held('trial'), START, model).scoreRing).toBe('trial');
		const moved = settleMonth(81, held('trial'), START, model);
		expect(moved).toMatchObject({ scoreRing: 'adopt', movedOn: START });
		expect(settleMonth(75, moved, '2026-10-01', model)).toEqual(moved);
	});
});

describe('from night to night', () => {
	test('a first placement takes the raw score', () => {
		expect(settleNight(80, null, START, model)).toEqual({
			scoreRing: 'adopt',
			smoothed: 80,
			pending: null,
			movedOn: null
		});
	});

	test('the score is smoothed: two fifteenths of the new one', () => {
		expect(settleNight(85, held('adopt', 70), START, model).smoothed).toBeCloseTo(72, 12);
	});

	test('the first night after a month begins from that night', () => {
		expect(settleNight(70, held('trial'), START, model).smoothed).toBe(70);
	});

	test('a move inward takes 7 nights in a row, and each is shown', () => {
		const seen = nights(8, held('trial', 90), () => 90);
		expect(seen.slice(0, 6).map(({ pending }) => pending)).toEqual(
			[1, 2, 3, 4, 5, 6].map((night) => ({ to: 'adopt', night, of: 7 }))
		);
		expect(seen[5]?.scoreRing).toBe('trial');
		expect(seen[6]).toMatchObject({ scoreRing: 'adopt', pending: null, movedOn: '2026-09-07' });
		expect(seen[7]).toMatchObject({ scoreRing: 'adopt', pending: null });
	});

	test('a move outward takes 14', () => {
		const seen = nights(14, held('adopt', 70), () => 70);
		expect(seen[12]).toMatchObject({
			scoreRing: 'adopt',
			pending: { to: 'trial', night: 13, of: 14 }
		});
		expect(seen[13]).toMatchObject({ scoreRing: 'trial', pending: null });
	});

	test('a night back within the band begins the count anew', () => {
		const seen = nights(20, held('trial', 81.1), (night) => (night === 4 ? 60 : 81.5));
		expect(seen[3]?.pending).toMatchObject({ night: 4 });
		expect(seen[4]?.pending).toBeNull();
		expect(seen.map(({ scoreRing }) => scoreRing)).not.toContain('assess');
	});

	test('one ring a move, and one move in 30 nights', () => {
		const seen = nights(60, held('assess', 95), () => 95);
		const inward = seen.filter(
			({ scoreRing }, i) => scoreRing !== (seen[i - 1]?.scoreRing ?? 'assess')
		);
		expect(inward.map(({ scoreRing }) => scoreRing)).toEqual(['trial', 'adopt']);
		const [first, second] = inward;
		expect(daysBetween(first?.on ?? '', second?.on ?? '')).toBe(30);
		// It waits, and says so.
		expect(seen[20]?.pending).toEqual({ to: 'adopt', night: 7, of: 7 });
	});

	test('the score between the band moves nobody, however long', () => {
		for (const [ring, score] of [
			['trial', 80.9],
			['adopt', 75.1],
			['assess', 68.9]
		] as const) {
			expect(
				moves(
					nights(200, held(ring, score), () => score),
					ring
				)
			).toBe(0);
		}
	});

	test('90 noisy nights of 100 projects: at most one change, where bare cut-offs give hundreds', () => {
		const noise = seededNormals(7);
		let settled = 0;
		let bare = 0;
		for (let project = 0; project < 100; project++) {
			const truth = 45 + project / 2;
			const scores = Array.from({ length: 90 }, () => truth * (1 + 0.02 * noise()));
			const start = ringOfScore(truth, model.cut_offs);
			settled += moves(
				nights(90, held(start, truth), (night) => scores[night] ?? truth),
				start
			);
			bare += moves(
				scores.map((score) => ({ scoreRing: ringOfScore(score, model.cut_offs) })),
				start
			);
		}
		expect(settled).toBeLessThanOrEqual(1);
		expect(bare).toBeGreaterThan(100);
	});

	test('a true change comes through, one ring at a time', () => {
		const seen = nights(120, held('adopt', 82), () => 50);
		const rings = [...new Set(seen.map(({ scoreRing }) => ringIndex(scoreRing)))];
		expect(rings).toEqual([0, 1, 2]);
	});
});

describe('whatever the scores of the nights are', () => {
	const rules = model.stability;
	/** Spells of a level, with a tremble on top: real scores stay and leap, they are no pure noise. */
	const scores = fc
		.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 })), {
			minLength: 1,
			maxLength: 6
		})
		.chain((spells) =>
			fc.tuple(
				...spells.map(([level, length]) =>
					fc
						.array(fc.double({ min: -4, max: 4, noNaN: true }), {
							minLength: length,
							maxLength: length
						})
						.map((trembles) => trembles.map((by) => Math.min(100, Math.max(0, level + by))))
				)
			)
		)
		.map((parts) => parts.flat());
	const play = (list: readonly number[], from: Ring) =>
		nights(list.length, held(from, list[0] ?? 0), (night) => list[night] ?? 0);
	const start = fc.constantFrom<Ring>('adopt', 'trial', 'assess');

	test('a ring moves one step at a time, and rests between two moves', () => {
		fc.assert(
			fc.property(scores, start, (list, from) => {
				let before: Ring = from;
				let moved: string | null = null;
				for (const { scoreRing, on } of play(list, from)) {
					if (scoreRing !== before) {
						expect(Math.abs(ringIndex(scoreRing) - ringIndex(before))).toBe(1);
						if (moved !== null) {
							expect(daysBetween(moved, on)).toBeGreaterThanOrEqual(rules.nights_between_moves);
						}
						moved = on;
					}
					before = scoreRing;
				}
			})
		);
	});

	test('before a move every night of the count was shown as pending, and lay beyond the band', () => {
		fc.assert(
			fc.property(scores, start, (list, from) => {
				const seen = play(list, from);
				for (const [night, { scoreRing }] of seen.entries()) {
					const before = seen[night - 1]?.scoreRing ?? from;
					if (scoreRing === before) continue;
					const inward = ringIndex(scoreRing) < ringIndex(before);
					const of = inward ? rules.nights_in : rules.nights_out;
					const run = seen.slice(night - of + 1, night + 1);
					expect(run).toHaveLength(of);
					for (const { smoothed, pending } of run) {
						const ring = ringWithBand(smoothed ?? 0, before, model.cut_offs, rules.band);
						expect(Math.sign(ringIndex(ring) - ringIndex(before))).toBe(inward ? -1 : 1);
						expect(pending === null || pending.to === scoreRing).toBe(true);
					}
				}
			})
		);
	});

	test('what lasts comes through: the ring is that of the score in the end, or held by the band', () => {
		fc.assert(
			fc.property(scores, start, fc.integer({ min: 0, max: 99 }), (list, from, whole) => {
				// On the band's very edge a smoothed score comes as near as one likes, and never there.
				const level = whole + 0.5;
				const lasting = [...list, ...new Array<number>(200).fill(level)];
				const last = play(lasting, from).at(-1)?.scoreRing ?? from;
				expect(ringWithBand(level, last, model.cut_offs, rules.band)).toBe(last);
			})
		);
	});
});
