import { InputError } from '#lib/radar/input/yaml.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { CrawlOptions } from './options.ts';
import type { Wanted } from './landscape/scope.ts';
import { observedSince, statesOf } from './states.ts';
import { byText } from '#lib/radar/words/order.ts';

/**
 * Oldest data first.
 * @throws {InputError} when `only` names no repository in scope.
 */
export function dueRepositories(
	{
		db,
		landscape,
		only,
		since,
		limit
	}: Pick<CrawlOptions, 'db' | 'landscape' | 'only' | 'since' | 'limit'>,
	run: { id: number; night: Day },
	wanted: readonly Wanted[]
): Wanted[] {
	const chosen = only === undefined ? wanted : theOnly(wanted, only, landscape);
	const states = statesOf(db, chosen);
	const seen = observedSince(db, since ?? run.night, run.night);
	return chosen
		.filter(({ key }) => !seen.has(key) && states.get(key)?.lastRun !== run.id)
		.map((target) => ({ ...target, state: states.get(target.key) }))
		.sort(
			(a, b) => byText(a.state?.lastTried ?? '', b.state?.lastTried ?? '') || byText(a.key, b.key)
		)
		.map(({ key, repository }) => ({ key, repository }))
		.slice(0, limit);
}

function theOnly(wanted: readonly Wanted[], only: string, landscape: string): Wanted[] {
	const name = only.toLowerCase();
	const found = wanted.filter(
		({ key, repository }) => key === name || repository.toLowerCase() === name
	);
	if (found.length > 0) return found;
	const message = `${only} is the repository of no project in scope`;
	throw new InputError([{ file: landscape, path: '', line: null, message }]);
}
