import { addDays } from '#lib/radar/words/days.ts';
import { placeEdition, type EditionInput } from '#lib/radar/edition/edition.ts';
import { firstMeasured, type StoredObservation } from '#lib/radar/observation/evidence.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import type { ObservedField, ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { prepareModel } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { hashText, seededNormals } from '#lib/radar/model/random.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { Sample } from './sample.ts';
import { by } from '#lib/radar/words/order.ts';

export const NIGHTS = 90;
/** Standard deviation as a share of the value. */
export const NOISE = 0.02;

/** Counts that vary slightly between crawls. */
const COUNTS: readonly ObservedField[] = [
	'contributorsTotal',
	'authors365d',
	'mergedPulls90d',
	'openedPulls90d',
	'closedPulls90d',
	'stars',
	'forks'
];

/** Newest observation last; `noise`: standard normal. */
type NoisyAnswer = (
	values: ObservedValues,
	noise: () => number
) => { values: ObservedValues; daysOld: number }[];

/**
 * Full pipeline with noise on the sample's values; counts ring changes after the noiseless first
 * night.
 */
export function noisyNights({ rated, model, input }: Sample, answerWith: NoisyAnswer): number {
	const ids = new Set(rated.map(({ id }) => id));
	const members = input.members.filter(({ project }) => ids.has(project));
	const known = new Map(
		rated.map(({ member, values }) => [
			measuredRepository(input.overrides, member),
			{ values, noise: seededNormals(hashText(member.project)) }
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
			const parts =
				night === 1
					? [{ values: answer.values, daysOld: 0 }]
					: answerWith(answer.values, answer.noise);
			const seen = parts.map(({ values, daysOld }): StoredObservation => ({
				id: night,
				repository,
				databaseId: null,
				observedOn: addDays(day, -daysOld),
				source: 'noise',
				mirror: false,
				values: daysLater(values, night),
				notApplicable: {},
				unknown: {}
			}));
			const newest = seen.at(-1);
			if (newest !== undefined) {
				// Facts of the last commit persist; totals do not.
				const { contributorsTotal: _, ...rest } = newest.values;
				tonight.set(repository, { ...newest, values: rest });
			}
			const earlier = lastNight.get(repository);
			const first = firstMeasured(input.observationsOf(repository));
			return [first, earlier, ...seen]
				.filter((observation) => observation !== undefined)
				.sort(by(({ observedOn }) => observedOn));
		};
		const edition = { ...input.edition, id: day, date: day, kind: 'night' as const };
		const placed: Map<string, Placement> = new Map(
			placeEdition(
				{ ...input, ...shiftedInput(input, night), edition, members, observationsOf, before },
				judge
			).map(({ placement }) => [placement.projectId, placement])
		);
		for (const [id, { ring }] of placed) {
			if (before !== null && before.get(id)?.ring !== ring) changes++;
		}
		before = placed;
		lastNight = tonight;
	}
	return changes;
}

export const noisyCounts: NoisyAnswer = (values, noise) => {
	const changed = { ...values };
	for (const field of COUNTS) {
		const value = values[field];
		if (typeof value === 'number') {
			Object.assign(changed, { [field]: Math.max(0, Math.round(value * (1 + NOISE * noise()))) });
		}
	}
	return [{ values: changed, daysOld: 0 }];
};

/** Over a week: carried over at a tenth less confidence. */
const OLD_DAYS = 10;

/** Gate inputs, random each night: a low absence factor, and fresh or carried-over totals. */
export const noisyGates: NoisyAnswer = (values, noise) => {
	const coin = () => noise() > 0;
	const { contributorsTotal, absenceFactor, ...rest } = values;
	const totals = contributorsTotal === undefined ? {} : { contributorsTotal };
	const factor =
		absenceFactor === undefined
			? {}
			: { absenceFactor: absenceFactor > 2 ? absenceFactor : coin() ? 1 : 2 };
	return coin()
		? [{ values: { ...rest, ...factor, ...totals }, daysOld: 0 }]
		: [
				{ values: totals, daysOld: OLD_DAYS },
				{ values: { ...rest, ...factor }, daysOld: 0 }
			];
};

/** Evidence from others is as old on every night as on the first. */
const shiftedInput = (
	{ useOf, releasesElsewhereOf }: EditionInput,
	nights: number
): Pick<EditionInput, 'useOf' | 'releasesElsewhereOf'> => ({
	useOf: (repository) => {
		const { packages, rows } = useOf(repository);
		return { packages, rows: rows.map((row) => rowLater(row, nights)) };
	},
	releasesElsewhereOf: (repository) => {
		const known = releasesElsewhereOf(repository);
		if (known === null) return null;
		const last = { ...known.last, releasedOn: addDays(known.last.releasedOn, nights) };
		return { ...known, last, seenOn: addDays(known.seenOn, nights) };
	}
});

function rowLater(row: UseRow, nights: number): UseRow {
	const observedOn = addDays(row.observedOn, nights);
	switch (row.kind) {
		case 'downloads':
			return { ...row, observedOn, from: addDays(row.from, nights), to: addDays(row.to, nights) };
		case 'peers':
			return {
				...row,
				observedOn,
				usedBy: row.usedBy.map((peer) => ({ ...peer, on: addDays(peer.on, nights) }))
			};
		default:
			return { ...row, observedOn };
	}
}

/** Shifts days along, so that ages stay constant. */
function daysLater(values: ObservedValues, nights: number): ObservedValues {
	const moved = { ...values };
	for (const field of ['firstCommit', 'lastCommit', 'lastStableRelease'] as const) {
		const day = values[field];
		if (day !== undefined) moved[field] = addDays(day, nights);
	}
	return moved;
}
