import { placeEdition, type EditionInput } from '#lib/radar/edition/edition.ts';
import { gatherEvidence, type StoredObservation } from '#lib/radar/observation/evidence.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import {
	observedFields,
	type ObservedField,
	type ObservedValues
} from '#lib/radar/observation/observed-fields.ts';
import { prepareModel, type Judge } from '#lib/radar/model/place.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import { hashText } from '#lib/radar/model/random.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Day, Ring } from '#lib/radar/words/vocabulary.ts';
import { expertConsensus, type Consensus, type ExpertRow } from './experts/consensus.ts';

export interface PlacedEdition {
	input: EditionInput;
	placements: readonly Placement[];
}

export interface SampleInput {
	/** Oldest first, at least one; the newest is validated. */
	editions: readonly PlacedEdition[];
	/** Measured AI projects outside the landscape's group. */
	elsewhere: readonly Member[];
	experts: readonly ExpertRow[];
	/** One key for all names of a repository. */
	keyOf: (repository: string) => string;
}

interface SampleProject {
	id: string;
	member: Member;
	/** `earlier`: unrated now; uses its last rated edition. */
	group: 'ai' | 'elsewhere' | 'earlier';
	placement: Placement;
	/** On the edition's day. */
	values: ObservedValues;
	consensus: Consensus | null;
	/** Half of the expert table; the cut-offs used only `calibration`. Null without a repository. */
	half: 'calibration' | 'test' | null;
}

export interface RatedProject extends SampleProject {
	placement: Placement & { ring: Ring; score: number };
}

export interface Sample {
	model: Model;
	input: EditionInput;
	editions: readonly PlacedEdition[];
	/** Rated or not. */
	projects: number;
	rated: RatedProject[];
	/** Includes those filed elsewhere or rated only earlier. */
	all: RatedProject[];
	/** Expert rings by repository, measured or not. */
	votes: Ring[][];
	/** Repositories of the AI group that experts placed, rated or not. */
	placedInGroup: number;
}

const isRated = (project: SampleProject): project is RatedProject =>
	project.placement.ring !== null && project.placement.score !== null;

/** @throws {RangeError} without an edition. */
export function takeSample(given: SampleInput, judge: Judge): Sample {
	const newest = given.editions.at(-1);
	if (newest === undefined) throw new RangeError('There is no edition to validate.');
	const consensus = expertConsensus(given.experts, given.keyOf);
	const outside = given.editions.map(({ input }): PlacedEdition => {
		const same = { ...input, members: given.elsewhere, before: null };
		return { input: same, placements: placeEdition(same, judge).map((p) => p.placement) };
	});
	const take = (editions: readonly PlacedEdition[], group: SampleProject['group']) =>
		editions.flatMap((edition) => sampled(edition, group, given, consensus, judge));
	const projects = [
		...take([newest], 'ai'),
		...take(lastRated(outside, new Set()), 'elsewhere'),
		...take(lastRated(given.editions, ratedIn(newest)), 'earlier')
	];
	const all = projects.filter(isRated);
	return {
		model: judge.model,
		input: newest.input,
		editions: given.editions,
		projects: newest.placements.length,
		rated: all.filter(({ group }) => group === 'ai'),
		all,
		votes: [...consensus.values()].map(({ votes }) => votes.map(({ ring }) => ring)),
		placedInGroup: placedIn(projects.filter(({ group }) => group === 'ai'))
	};
}

/** How many repositories experts placed; two projects can share one. */
export const placedIn = (projects: readonly Pick<SampleProject, 'consensus'>[]): number =>
	new Set(projects.flatMap(({ consensus }) => consensus ?? [])).size;

const ratedIn = ({ placements }: PlacedEdition): Set<string> =>
	new Set(placements.flatMap(({ projectId, score }) => (score === null ? [] : [projectId])));

/** Last rated edition of each project outside `taken`. */
function lastRated(
	editions: readonly PlacedEdition[],
	taken: ReadonlySet<string>
): PlacedEdition[] {
	const seen = new Set(taken);
	return [...editions].reverse().flatMap(({ input, placements }) => {
		const last = placements.filter(
			({ projectId, score }) => score !== null && !seen.has(projectId)
		);
		for (const { projectId } of last) seen.add(projectId);
		return last.length === 0 ? [] : [{ input, placements: last }];
	});
}

function sampled(
	{ input, placements }: PlacedEdition,
	group: SampleProject['group'],
	{ keyOf }: SampleInput,
	consensus: ReadonlyMap<string, Consensus>,
	judge: Judge
): SampleProject[] {
	const byId = new Map(input.members.map((member) => [member.project, member]));
	return placements.flatMap((placement): SampleProject[] => {
		const member = byId.get(placement.projectId);
		if (member === undefined) return [];
		const repository = measuredRepository(input.overrides, member);
		const key = repository === null ? null : keyOf(repository);
		const said = (name: string | null) =>
			name === null ? null : (consensus.get(keyOf(name)) ?? null);
		return [
			{
				id: member.project,
				member,
				group,
				placement,
				values:
					repository === null ? {} : knownValues(input.observationsOf(repository), input, judge),
				// Experts use the filed name, not our correction.
				consensus: said(repository) ?? said(member.repository),
				half: key === null ? null : hashText(key) % 2 === 0 ? 'calibration' : 'test'
			}
		];
	});
}

function knownValues(
	observations: readonly StoredObservation[],
	{ edition }: EditionInput,
	{ model }: Judge
): ObservedValues {
	const evidence = gatherEvidence(observations, edition, model.carry_over);
	const values: ObservedValues = {};
	for (const field of Object.keys(observedFields) as ObservedField[]) {
		const known = evidence.get(field);
		if (known.state === 'observed') Object.assign(values, { [field]: known.value });
	}
	return values;
}

/** `newest`: fields without a newer observation. */
export type Change = (
	values: ObservedValues,
	day: Day,
	newest: ReadonlySet<ObservedField>
) => ObservedValues;

/** Places the newest edition anew under changed observations; no weight draws. */
export function placedWith({ input, model }: Sample, change: Change): Map<string, Placement> {
	const observationsOf: EditionInput['observationsOf'] = (repository) => {
		const known = new Set<ObservedField>();
		return input
			.observationsOf(repository)
			.filter(({ observedOn }) => observedOn <= input.edition.date)
			.reverse()
			.map((seen) => {
				const fields = Object.keys(seen.values) as ObservedField[];
				const newest = new Set(fields.filter((field) => !known.has(field)));
				for (const field of fields) known.add(field);
				return { ...seen, values: change(seen.values, seen.observedOn, newest) };
			})
			.reverse();
	};
	return placedAnew({ input, model }, { observationsOf });
}

/** Places the newest edition anew from a changed input; no weight draws. */
export function placedAnew(
	{ input, model }: Pick<Sample, 'input' | 'model'>,
	changes: Partial<EditionInput>
): Map<string, Placement> {
	const judge = prepareModel({ ...model, stability: { ...model.stability, draws: 1 } });
	return new Map(
		placeEdition({ ...input, ...changes }, judge).map(({ placement }) => [
			placement.projectId,
			placement
		])
	);
}
