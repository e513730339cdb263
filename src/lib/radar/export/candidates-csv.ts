import { csvText } from '#lib/radar/input/csv-text.ts';
import type { ShownCandidate } from '#lib/radar/edition/candidate-list.ts';
import { githubUrl } from '#lib/radar/words/addresses.ts';

const COLUMNS = [
	'repository',
	'repo_url',
	'fit',
	'note',
	'kinds_of_evidence',
	'owners_using',
	'counted_on',
	'example_repository',
	'example_file',
	'lists',
	'placements',
	'filed_elsewhere',
	'sandbox_application',
	'gathered_on'
] as const;

/** Candidates for a proposal to the landscape: evidence only, no ring of the radar. */
export const candidatesCsv = (candidates: readonly ShownCandidate[]): string =>
	csvText([
		[...COLUMNS],
		...candidates.map(({ candidate, users, kinds }) => [
			candidate.repository,
			githubUrl(candidate.repository),
			candidate.fit,
			candidate.note,
			kinds,
			users?.owners ?? null,
			users?.on ?? null,
			users?.example?.repository ?? null,
			users?.example?.file ?? null,
			candidate.lists.join('; '),
			candidate.placements.map(({ by, ring, month }) => `${by}: ${ring}, ${month}`).join('; '),
			candidate.elsewhere ?? null,
			candidate.applied?.issue ?? null,
			candidate.date
		])
	]);
