import { RELEASE_FIELDS } from '#lib/radar/observation/history-fields.ts';
import type { Observation } from '#lib/radar/observation/observation.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { HistoryFound, HistoryWanted } from '#lib/server/sources/git/source.ts';
import type { Located } from '#lib/server/sources/github/observe.ts';
import type {
	Memory,
	ObserveContext,
	Source,
	SourceResult,
	Target
} from '#lib/server/sources/source.ts';

export interface Sources {
	facts: Source<Target, Located>;
	histories: Source<HistoryWanted, HistoryFound>;
}

/** All that a night says of one repository: to be stored in one piece. */
export type RepositoryResult = { repository: string } & (
	| { outcome: 'observed'; observations: Observation[]; past: Observation[]; faults: string[] }
	| { outcome: 'not-found' | 'failed'; reason: string }
);
type Facts = Extract<SourceResult<Target, Located>, { outcome: 'observed' }>;

/**
 * Observes repositories: GitHub names the heads, git reads the histories meanwhile. A repository comes as soon as both
 * are there. An error of the first source is thrown when the histories on their way have come.
 */
export async function* observeBoth(
	{ facts, histories }: Sources,
	targets: readonly Target[],
	context: ObserveContext<Target>
): AsyncGenerator<RepositoryResult, void, undefined> {
	const settled: RepositoryResult[] = [];
	const waiting = new Map<string, Facts>();
	let fault: { error: unknown } | null = null;
	async function* located(): AsyncGenerator<HistoryWanted, void, undefined> {
		try {
			for await (const result of facts.observe(targets, context)) {
				const { repository } = result.target;
				if (result.outcome !== 'observed') {
					settled.push({ repository, outcome: result.outcome, reason: result.reason });
				} else if (result.found.empty) {
					const { observation } = result;
					settled.push({
						repository,
						outcome: 'observed',
						observations: [observation],
						past: [],
						faults: []
					});
				} else {
					waiting.set(repository, result);
					yield { repository, ...result.found };
				}
			}
		} catch (error) {
			fault = { error };
		}
	}
	for await (const history of histories.observe(located(), context)) {
		yield* settled.splice(0);
		const { repository } = history.target;
		const known = waiting.get(repository);
		if (known && history.outcome === 'observed')
			yield joined(known, history, context.memory(known.target), histories.id);
		waiting.delete(repository);
	}
	yield* settled;
	if (fault !== null) throw (fault as { error: unknown }).error;
}

function joined(
	facts: Facts,
	history: Extract<SourceResult<HistoryWanted, HistoryFound>, { outcome: 'observed' }>,
	memory: Memory,
	historySource: string
): RepositoryResult {
	const before = memory.newest(historySource);
	// A series keeps its definition also on a night without its history.
	const byTags =
		history.found.hasVersionTags ??
		(before === null || RELEASE_FIELDS.some((field) => before.values[field] !== undefined));
	return {
		repository: facts.target.repository,
		outcome: 'observed',
		observations: [
			byTags ? without(facts.observation, RELEASE_FIELDS) : facts.observation,
			withKnownPulls(history.observation, facts, memory)
		],
		past: [...facts.past, ...history.past],
		faults: [...facts.faults, ...history.faults]
	};
}

function without(seen: Observation, fields: readonly ObservedField[]): Observation {
	const rest = <T extends object>(part: T): T =>
		Object.fromEntries(
			Object.entries(part).filter(([field]) => !fields.some((one) => one === field))
		) as T;
	return {
		...seen,
		values: rest(seen.values),
		notApplicable: rest(seen.notApplicable),
		unknown: rest(seen.unknown)
	};
}

/** Where no commit names a pull request though some were merged, their number is unknown, not 0. */
function withKnownPulls(history: Observation, { observation }: Facts, memory: Memory): Observation {
	const { source, databaseId } = observation;
	const before = memory.quarterAgo(source) ?? memory.newest(source);
	const merged = observation.values.mergedPullsTotal ?? 0;
	const grew =
		before?.databaseId === databaseId && merged > (before?.values.mergedPullsTotal ?? merged);
	const silent = (['mergedPulls90d', 'mergedPulls365d'] as const).filter(
		(field) => !history.values[field] && history.unknown[field] === undefined
	);
	if (!grew || silent.length === 0) return history;
	const reason = 'pull requests were merged, but commits do not name them';
	return {
		...without(history, silent),
		unknown: { ...history.unknown, ...Object.fromEntries(silent.map((field) => [field, reason])) }
	};
}
