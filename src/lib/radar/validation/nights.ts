import { addDays } from '#lib/radar/words/days.ts';
import { gateRing } from '#lib/radar/model/gates/gates.ts';
import { settleNight, type Memory } from '#lib/radar/model/rings/hysteresis.ts';
import { hashText, seededNormals } from '#lib/radar/model/random.ts';
import { ringOfScore } from '#lib/radar/model/rings/rings.ts';
import { NIGHTS, NOISE, noisyCounts, noisyGates, noisyNights } from './noisy-nights.ts';
import { figure, type Check } from './report.ts';
import type { Sample } from './sample.ts';

const BAR_PER_100 = 1;

/** Do rings stay still under noise? */
export function checkNights(sample: Sample): Check {
	const scores = noisyScores(sample);
	const counts = noisyNights(sample, noisyCounts);
	const gates = noisyNights(sample, noisyGates);
	const restless = noisyNights(withoutWaiting(sample), noisyGates);
	const per100 = (changes: number) => (100 * changes) / sample.rated.length;
	const passed = [scores.settled, counts, gates].every((changes) => per100(changes) <= BAR_PER_100);
	const of = sample.rated.length;
	return {
		id: 'nights',
		title: `${NIGHTS} nights with 2% noise`,
		accept: 'at most one change for 100 projects',
		passed,
		finding: passed
			? 'Noise moves hardly anybody: smoothing, the band and the nights in a row hold it back, at the cut-offs and at the gates.'
			: 'Noise alone moves more projects than is acceptable.',
		figures: [
			figure('Changes for 100 projects, noise on the score', 'count', per100(scores.settled), {
				of
			}),
			figure('The same with bare cut-offs', 'count', per100(scores.bare), { of }),
			figure('Changes for 100 projects, noise on every count', 'count', per100(counts), { of }),
			figure(
				'Changes for 100 projects, a coin each night for absence factors of 1 or 2 and for the age of contributor totals',
				'count',
				per100(gates),
				{ of }
			),
			figure('The same with gates that act at once', 'count', per100(restless), { of })
		]
	};
}

/** Same sample under a model whose gates act at once. */
const withoutWaiting = (sample: Sample): Sample => ({
	...sample,
	model: {
		...sample.model,
		gates: sample.model.gates.map((gate) => ({ ...gate, waits: false }))
	}
});

function noisyScores({ rated, model, input }: Sample): { settled: number; bare: number } {
	let [settled, bare] = [0, 0];
	for (const { id, placement } of rated) {
		const noise = seededNormals(hashText(id));
		let memory: Memory = placement;
		let ring = placement.ring;
		let bareRing = gateRing(ringOfScore(placement.score, model.cut_offs), placement.gates);
		for (let night = 1; night <= NIGHTS; night++) {
			const score = Math.min(100, placement.score * (1 + NOISE * noise()));
			memory = settleNight(score, memory, addDays(input.edition.date, night), model);
			const next = gateRing(memory.scoreRing ?? 'assess', placement.gates);
			if (next !== ring) settled++;
			ring = next;
			const bareNext = gateRing(ringOfScore(score, model.cut_offs), placement.gates);
			if (bareNext !== bareRing) bare++;
			bareRing = bareNext;
		}
	}
	return { settled, bare };
}
