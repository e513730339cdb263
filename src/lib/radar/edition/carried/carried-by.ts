import { daysBetween, dayText } from '#lib/radar/words/days.ts';
import type { Organisation } from '#lib/radar/landscape/organisations-file.ts';
import type { Organisations } from '#lib/radar/landscape/organisations.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** Whether one organisation wrote half of all commits of the year. `cannot-tell`: what is not known could decide it. */
export type OneOrganisation = 'yes' | 'no' | 'cannot-tell';

/** What is shown of an organisation. */
export type ShownOrganisation = Pick<Organisation, 'id' | 'name' | 'kind' | 'landscape'>;

/** One organisation's part in a repository. */
export interface CarryingOrganisation {
	organisation: ShownOrganisation;
	/** Of all commits, 0 to 1: at least so many, for some of those not known may be its own. */
	share: number;
	commits: number;
	authors: number;
	/** It owns the repository. */
	owns: boolean;
	/** It wrote a tenth of all commits or more. */
	carries: boolean;
	/** Two authors and five commits, or more. */
	takesPart: boolean;
}

/** Who carries a project: facts beside the ring, of one year. */
export interface CarriedBy {
	state: 'observed';
	/** Last day counted. */
	observedOn: Day;
	source: string;
	/** Human commits in the 365 days before. */
	total: number;
	/** Commits of coding agents, beside the total. */
	agents: number;
	/** Largest first. */
	named: CarryingOrganisation[];
	/** Share of all commits whose organisations have one author each. */
	others: number;
	/** Share of all commits whose organisation is not known. */
	notKnown: number;
	oneOrganisation: OneOrganisation;
	/** What the project's list of maintainers says; null where none names organisations. */
	maintainers: NonNullable<CarriedByRow['maintainers']> | null;
}

export type KnownCarriedBy = CarriedBy | { state: 'unknown'; reason: string };

const FRESH_DAYS = 92;
const MIN_COMMITS = 20;
const HALF = 0.5;
const CARRIES_FROM = 0.1;
const PART_AUTHORS = 2;
const PART_COMMITS = 5;

/**
 * Who carries a project on a day. `rows`: of its repository, in any order. Every share is one of all human commits,
 * never of those whose organisation is known.
 */
export function carriedBy(
	rows: readonly CarriedByRow[],
	day: Day,
	organisations: Pick<Organisations, 'byId' | 'owning'>
): KnownCarriedBy {
	const row = rows
		.filter(({ window, to }) => window === 'year' && to <= day)
		.reduce<CarriedByRow | null>(
			(newest, own) => (newest && newest.to >= own.to ? newest : own),
			null
		);
	if (row === null) return unknown('its commits were not counted by organisation yet');
	if (daysBetween(row.to, day) > FRESH_DAYS) {
		return unknown(`last counted on ${dayText(row.to)}, too long ago`);
	}
	if (row.total < MIN_COMMITS) {
		return unknown(`fewer than ${MIN_COMMITS} commits in a year: too few to tell`);
	}
	const owner = organisations.owning(row.repository.split('/')[0] ?? '');
	const { total, agents } = row;
	const named = row.organisations.flatMap(({ id, commits, authors }): CarryingOrganisation[] => {
		const organisation = organisations.byId.get(id);
		if (organisation === undefined) return [];
		const { name, kind, landscape } = organisation;
		return [
			{
				organisation: { id, name, kind, landscape },
				share: commits / total,
				commits,
				authors,
				owns: id === owner?.id,
				carries: commits / total >= CARRIES_FROM,
				takesPart: authors >= PART_AUTHORS && commits >= PART_COMMITS
			}
		];
	});
	named.sort((a, b) => b.commits - a.commits || (a.organisation.id < b.organisation.id ? -1 : 1));
	return {
		state: 'observed',
		observedOn: row.to,
		source: row.source,
		total,
		agents,
		named,
		others: row.others.commits / total,
		notKnown: row.notKnown / total,
		oneOrganisation: oneOrganisation(row),
		maintainers: row.maintainers ?? null
	};
}

const unknown = (reason: string): KnownCarriedBy => ({ state: 'unknown', reason });

/**
 * Yes: one organisation has half of all commits or more. No: even with all that is not known none would have. The
 * folded ones have one author each, so the largest of them has at most what leaves one commit to each other.
 */
export function oneOrganisation({
	total,
	notKnown,
	organisations,
	others
}: Pick<CarriedByRow, 'total' | 'notKnown' | 'organisations' | 'others'>): OneOrganisation {
	const largest = Math.max(0, ...organisations.map(({ commits }) => commits));
	if (total > 0 && largest >= HALF * total) return 'yes';
	const folded = others.commits === 0 ? 0 : others.commits - Math.max(0, others.authors - 1);
	return Math.max(largest, folded) + notKnown < HALF * total ? 'no' : 'cannot-tell';
}
