import {
	gatherEvidence,
	isYoungEnough,
	noEvidence,
	ofNewestIdentity,
	type StoredObservation
} from '#lib/radar/observation/evidence.ts';
import { CNCF } from '#lib/radar/landscape/foundation.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { isKnownOn } from '#lib/radar/observation/observation.ts';
import type { KnownElsewhere } from '#lib/radar/observation/release-elsewhere.ts';
import type { UseFigures } from '#lib/radar/model/use.ts';
import type { Overrides } from '#lib/radar/landscape/overrides.ts';
import {
	placeProject,
	type Before,
	type Judge,
	type PlacedProject
} from '#lib/radar/model/place.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { Subject } from '#lib/radar/model/subject.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

interface FiledFacts {
	securityAudits: readonly Day[];
	address: 'none' | 'organization' | 'other-host' | 'repository';
}

export interface EditionInput {
	edition: Edition;
	members: readonly Member[];
	filedOn: Day;
	/** Matches any name of the repository; oldest first. */
	observationsOf: (repository: string) => readonly StoredObservation[];
	factsOf: (projectId: string) => FiledFacts | null;
	/** Matches any name of the repository; rows may be of any day. */
	useOf: (repository: string) => UseFigures;
	/** Releases known on the edition's day from elsewhere than the repository. */
	releasesElsewhereOf: (repository: string) => KnownElsewhere | null;
	overrides: Overrides;
	/** Whose landscape it is, as sentences name it; default: CNCF. */
	foundation?: string;
	/** By project; null for the first edition. */
	before: ReadonlyMap<string, NonNullable<Before>> | null;
	/** Day of the edition before; null for the first one. */
	lastDate?: Day | null;
}

const NO_USE: UseFigures = { packages: null, rows: [] };

/** Sorted by project, independent of the members' order. */
export function placeEdition(input: EditionInput, judge: Judge): PlacedProject[] {
	const { edition, members, observationsOf, before, lastDate, overrides } = input;
	return [...members].sort(by(({ project }) => project)).map((member) => {
		const repository = measuredRepository(overrides, member);
		const known = (repository === null ? [] : observationsOf(repository)).filter((seen) =>
			isKnownOn(seen, edition.date, judge.model.learnt_until)
		);
		const observations = ofNewestIdentity(known);
		// Another repository took the name since: it inherits no ring.
		const isAnother =
			observations.length < known.length &&
			observations.every(({ observedOn }) => observedOn > (lastDate ?? ''));
		return placeProject(
			subjectOf(member, repository, observations, input, judge),
			observations,
			edition,
			isAnother ? null : (before?.get(member.project) ?? null),
			before === null,
			judge
		);
	});
}

function subjectOf(
	member: Member,
	repository: string | null,
	observations: readonly StoredObservation[],
	{
		edition,
		filedOn,
		factsOf,
		useOf,
		releasesElsewhereOf,
		overrides,
		foundation: home = CNCF.name
	}: EditionInput,
	{ model }: Judge
): Subject {
	const use = repository === null ? NO_USE : useOf(repository);
	const releases = repository === null ? null : releasesElsewhereOf(repository);
	const facts = factsOf(member.project);
	const noRepository = repository === null ? whyNoRepository(facts?.address ?? 'none') : null;
	const retired = repository === null ? null : overrides.retired(repository);
	const ask = <T>(question: (repository: string) => T | null) =>
		repository === null ? null : question(repository);
	const foundation = ask(overrides.foundation);
	return {
		projectId: member.project,
		noRepository,
		maturity: member.maturity,
		foundation: home,
		securityAudits: facts?.securityAudits ?? [],
		badge: member.badge,
		filedOn,
		judgement: {
			retired: retired !== null && retired.date <= edition.date ? retired : null,
			featureComplete: ask(overrides.featureComplete),
			specification: ask(overrides.specification),
			foundation:
				foundation !== null && (foundation.since ?? '') <= edition.date ? foundation : null,
			owner: ask(overrides.owner)
		},
		evidence:
			noRepository === null
				? gatherEvidence(observations, edition, model.carry_over)
				: noEvidence(edition, noRepository),
		use: {
			...use,
			rows: use.rows.filter((row) => isKnownOn(row, edition.date, model.learnt_until))
		},
		releasesElsewhere:
			releases !== null &&
			isYoungEnough('lastStableRelease', releases.seenOn, edition, model.carry_over)
				? releases
				: null
	};
}

function whyNoRepository(address: FiledFacts['address']): string {
	if (address === 'organization')
		return 'The landscape names an organisation in place of a repository.';
	if (address === 'other-host') return 'Its repository is on a host that we do not measure.';
	return 'The landscape lists no repository.';
}
