import type { Organisations } from '#lib/radar/landscape/organisations.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import {
	countOrganisations,
	type CommitRecord
} from '#lib/radar/observation/organisations/organisation-count.ts';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { HEAD_REF } from './folder.ts';
import { dayOf } from './moment.ts';
import { isBot } from './people.ts';
import type { Git } from './program/run.ts';
import { RecordSplitter } from './records.ts';

/** Git ends at commits that are older, and clocks go wrong: a month more than both windows. */
const SEEN_DAYS = 2 * 365 + 31;

/** The sign-off and co-author lines come last: they may be many. */
const FORMAT = [
	...['%ct', '%ae', '%an'],
	'%(trailers:key=Signed-off-by,key=Co-authored-by,unfold=true)'
].join('%n');

/**
 * Counts the human commits of the default branch by organisation, for the year up to a day and the year before. Reads
 * a folder, without any request. Names and addresses live in memory until it returns.
 * @throws {GitFault} as `readCommits`.
 */
export async function readCarriedBy(
	git: Git,
	folder: string,
	{ organisations, repository, to }: { organisations: Organisations; repository: string; to: Day }
): Promise<CarriedByRow[]> {
	const commits: CommitRecord[] = [];
	const since = `--since=${addDays(to, -SEEN_DAYS)}T00:00:00Z`;
	await git.read(
		folder,
		['log', '-z', '--no-merges', since, `--format=${FORMAT}`, HEAD_REF, '--'],
		async (stdout) => {
			const splitter = new RecordSplitter();
			for await (const part of stdout) {
				for (const record of splitter.push(part)) commits.push(...commitsIn(record));
			}
		}
	);
	return (['year', 'before'] as const).map((window) => ({
		...countOrganisations(commits, {
			...{ organisations, repository, to, window },
			isBot: ({ name, address }) => isBot(name, address)
		}),
		source: 'git'
	}));
}

/** Empty where the record has no date. */
function commitsIn(record: string): CommitRecord[] {
	const [time = '', address = '', name = '', ...trailers] = record.split('\n');
	return /^\d{1,15}$/.test(time) ? [{ date: dayOf(Number(time)), address, name, trailers }] : [];
}
