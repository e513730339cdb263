import { addDays } from '../day.ts';
import { placeEdition, type EditionInput } from '../edition.ts';
import { gateRing } from '../gates.ts';
import { settleNight, type Memory } from '../hysteresis.ts';
import type { StoredObservation } from '../evidence.ts';
import type { ObservedField, ObservedValues } from '../observation.ts';
import { prepareModel } from '../place.ts';
import type { Placement } from '../placement.ts';
import { hashText, seededRandom } from '../random.ts';
import { measuredRepository } from '../repository-identity.ts';
import { ringOfScore } from '../rings.ts';
import { figure, type Check } from './report.ts';
import type { Sample } from './sample.ts';

const NIGHTS = 90;
const NOISE = 0.02;
const BAR_PER_100 = 1;

/** V6: do rings stay still when nothing but noise happens? */
export function checkNights(sample: Sample): Check {
	const scores = noisyScores(sample);
	const counts = noisyCounts(sample);
	const per100 = (changes: number) => (100 * changes) / sample.rated.length;
	const passed = [scores.settled, counts].every((changes) => per100(changes) <= BAR_PER_100);
	const of = sample.rated.length;
	return {
		id: 'V6',
		title: `${NIGHTS} nights with 2 % noise`,
		accept: 'at most one change for 100 projects',
		passed,
		finding: passed
			? 'Noise moves hardly anybody: smoothing, the band and the nights in a row hold it back.'
			: 'Noise alone moves more projects than is acceptable.',
		figures: [
			figure('Changes for 100 projects, noise on the score', 'count', per100(scores.settled), {
				of
			}),
			figure('The same with bare cut-offs', 'count', per100(scores.bare), { of }),
			figure('Changes for 100 projects, noise on every count', 'count', per100(counts), { of })
		]
	};
}

/** Standard normal numbers from a fixed seed. */
function normals(seed: number): () => number {
	const random = seededRandom(seed);
	return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function noisyScores({ rated, model, input }: Sample): { settled: number; bare: number } {
	let [settled, bare] = [0, 0];
	for (const { id, placement } of rated) {
		const noise = normals(hashText(id));
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

/** Counts whose last digits differ from crawl to crawl. */
const COUNTS: readonly ObservedField[] = [
	'contributorsTotal',
	'authors365d',
	'mergedPulls90d',
	'openedPulls90d',
	'closedPulls90d',
	'stars',
	'forks'
];

/**
 * The whole pipeline, night after night: every project is crawled each night and answers as on the sample's day, but
 * for its counts. Changes are counted from the first, noiseless night on.
 */
function noisyCounts({ rated, model, input }: Sample): number {
	const ids = new Set(rated.map(({ id }) => id));
	const members = input.members.filter(({ project }) => ids.has(project));
	const known = new Map(
		rated.map(({ member, values }) => [
			measuredRepository(input.overrides, member),
			{ values, noise: normals(hashText(member.project)) }
		])
	);
	const judge = prepareModel({ ...model, stability: { ...model.stability, draws: 1 } });
	let before: Map<string, Placement> | null = null;
	let lastNight = new Map<string, StoredObservation>();
	let changes = 0;
	for (let night = 1; night <= NIGHTS + 1; night++) {
		const day = addDays(input.edition.date, night);
		const tonight = new Map<string, StoredObservation>();
		const observationsOf: EditionInput['observationsOf'] = (repository) => {
			const answer = known.get(repository);
			if (answer === undefined) return [];
			const values = night === 1 ? answer.values : withNoise(answer.values, answer.noise);
			const seen: StoredObservation = {
				id: night,
				repository,
				databaseId: null,
				observedOn: day,
				source: 'noise',
				mirror: false,
				values: daysLater(values, night),
				notApplicable: {},
				unknown: {}
			};
			tonight.set(repository, seen);
			const earlier = lastNight.get(repository);
			const [first] = input.observationsOf(repository);
			return [first, earlier, seen].filter((observation) => observation !== undefined);
		};
		const edition = { ...input.edition, id: day, date: day, kind: 'night' as const };
		const placed: Map<string, Placement> = new Map(
			placeEdition({ ...input, edition, members, observationsOf, before }, judge).map(
				({ placement }) => [placement.projectId, placement]
			)
		);
		for (const [id, { ring }] of placed) {
			if (before !== null && before.get(id)?.ring !== ring) changes++;
		}
		before = placed;
		lastNight = tonight;
	}
	return changes;
}

/** The days move along with the nights: nobody grows older or quieter, nothing but noise happens. */
function daysLater(values: ObservedValues, nights: number): ObservedValues {
	const moved = { ...values };
	for (const field of ['firstCommit', 'lastCommit', 'lastStableRelease'] as const) {
		const day = values[field];
		if (day !== undefined) moved[field] = addDays(day, nights);
	}
	return moved;
}

function withNoise(values: ObservedValues, noise: () => number): ObservedValues {
	const changed = { ...values };
	for (const field of COUNTS) {
		const value = values[field];
		if (typeof value === 'number') {
			Object.assign(changed, { [field]: Math.max(0, Math.round(value * (1 + NOISE * noise()))) });
		}
	}
	return changed;
}
