import { z } from 'zod';
import type { Observation } from '#lib/radar/observation/observation.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';

const month = z.object({
	date: z.string(),
	commits_total: z.number(),
	commits_365d: z.number(),
	commits_90d: z.number(),
	contributors_total: z.number(),
	authors_365d: z.number(),
	authors_90d: z.number(),
	authors_last100: z.number(),
	absence_factor_last100: z.number(),
	active_weeks_13: z.number(),
	merged_pulls_90d: z.number(),
	merged_pulls_365d: z.number(),
	last_commit: z.string(),
	stable_releases_365d: z.number().nullable(),
	releases_total: z.number().nullable(),
	last_stable_release: z.object({ tag: z.string(), date: z.string() }).nullable(),
	highest_version: z.string().nullable(),
	any_prerelease: z.boolean().nullable()
});

const historySchema = z.object({
	repo: z.string(),
	as_of: z.string(),
	first_commit: z.string(),
	bot_commits_365d: z.number(),
	license: z.string().nullable(),
	languages: z.array(z.tuple([z.string(), z.number()])),
	security_policy: z.boolean(),
	code_of_conduct: z.boolean(),
	contributing: z.boolean(),
	governance: z.boolean(),
	maintainers: z.boolean(),
	adopters: z.boolean(),
	helm_charts: z.number(),
	kustomizations: z.number(),
	containerfiles: z.number(),
	crds: z.number(),
	weekly_commits_52w: z.array(z.number()),
	observed_through: z.string().optional(),
	observations: z.array(month)
});

const NO_PULL_NAMES = 'commits do not name pull requests';
const RELEASES_UNSEEN = 'release tags were not seen';

/** The observations in one line of `repositories.ndjson`, one a month; what holds only for its last day stands only there. */
export function historyObservations(line: string): Observation[] {
	const history = historySchema.parse(JSON.parse(line));
	const monthly = history.observations.map((seen) => {
		const isLast = seen.date === history.as_of;
		const observation: Observation = {
			repository: history.repo,
			databaseId: null,
			observedOn: seen.date,
			source: 'history',
			mirror: history.observed_through !== undefined,
			values: {
				firstCommit: history.first_commit,
				lastCommit: seen.last_commit,
				commitsTotal: seen.commits_total,
				commits365d: seen.commits_365d,
				commits90d: seen.commits_90d,
				contributorsTotal: seen.contributors_total,
				authors365d: seen.authors_365d,
				authors90d: seen.authors_90d,
				authorsLast100: seen.authors_last100,
				absenceFactor: seen.absence_factor_last100,
				activeWeeks13: seen.active_weeks_13,
				...(isLast ? lastDayValues(history) : {})
			},
			notApplicable: {},
			unknown: {}
		};
		if (seen.merged_pulls_365d > 0) {
			observation.values.mergedPulls90d = seen.merged_pulls_90d;
			observation.values.mergedPulls365d = seen.merged_pulls_365d;
		} else observation.notApplicable.mergedPulls90d = NO_PULL_NAMES;
		if (seen.releases_total === null || seen.stable_releases_365d === null) {
			observation.unknown.stableReleaseDays365d = RELEASES_UNSEEN;
			observation.unknown.releasesTotal = RELEASES_UNSEEN;
		} else {
			observation.values.releasesTotal = seen.releases_total;
			observation.values.stableReleaseDays365d = seen.stable_releases_365d;
		}
		if (seen.last_stable_release !== null) {
			observation.values.lastStableRelease = seen.last_stable_release.date;
			observation.values.lastStableTag = seen.last_stable_release.tag;
		}
		if (seen.highest_version !== null) observation.values.highestVersion = seen.highest_version;
		if (seen.any_prerelease !== null) observation.values.anyPrerelease = seen.any_prerelease;
		return observation;
	});
	if (history.observations.some(({ date }) => date === history.as_of)) return monthly;
	// The last month ended before the last day that was seen: what holds on that day stands alone.
	return [
		...monthly,
		{
			repository: history.repo,
			databaseId: null,
			observedOn: history.as_of,
			source: 'history',
			mirror: history.observed_through !== undefined,
			values: lastDayValues(history),
			notApplicable: {},
			unknown: {}
		}
	];
}

function lastDayValues(history: z.output<typeof historySchema>): ObservedValues {
	return {
		botCommits365d: history.bot_commits_365d,
		weeklyCommits52w: history.weekly_commits_52w,
		languages: history.languages,
		...(history.license === null ? {} : { license: history.license }),
		securityPolicy: history.security_policy,
		codeOfConduct: history.code_of_conduct,
		contributing: history.contributing,
		governance: history.governance,
		maintainers: history.maintainers,
		adopters: history.adopters,
		helmCharts: history.helm_charts,
		kustomizations: history.kustomizations,
		containerfiles: history.containerfiles,
		crds: history.crds
	};
}

/**
 * Stars and forks of one row of `popularity.csv`. Rounded figures stay out, and so do issues and contributors:
 * their sources count different things.
 */
export function popularityObservation(row: Record<string, string>): Observation[] {
	const values: ObservedValues = {};
	if (row.stars) values.stars = Number(row.stars);
	if (row.forks) values.forks = Number(row.forks);
	if (row.precision !== 'exact' || Object.keys(values).length === 0) return [];
	return [
		{
			repository: row.repo ?? '',
			databaseId: null,
			observedOn: row.date ?? '',
			source: row.source ?? '',
			mirror: false,
			values,
			notApplicable: {},
			unknown: {}
		}
	];
}
