import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { RepositoryMemory } from '#lib/server/crawl/memory.ts';
import { whyTooMuchIsLost } from '#lib/server/crawl/landscape/losses.ts';
import type { CrawlScope, Wanted } from '#lib/server/crawl/landscape/scope.ts';
import { wasMissed } from '#lib/server/crawl/store.ts';
import { observedSince, statesOf } from '#lib/server/crawl/states.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

/** Share of failures above which no edition is published. */
const MAX_FAILED = 0.2;

export interface NightOutcome {
	observed: number;
	notFound: { repository: string; reason: string; fresh: boolean }[];
	failed: { repository: string; reason: string }[];
	/** Not tried. */
	open: number;
}

export function nightOutcome(
	db: Database,
	run: { id: number; night: Day },
	wanted: readonly Wanted[],
	memoryOf: (key: string) => RepositoryMemory,
	since: Day | null = null
): NightOutcome {
	const states = statesOf(db, wanted);
	const seen = observedSince(db, since ?? run.night, run.night);
	const tally: NightOutcome = { observed: 0, notFound: [], failed: [], open: 0 };
	for (const { key, repository } of wanted) {
		const state = states.get(key);
		const reason = state?.reason ?? '';
		if (state?.lastRun === run.id && state.outcome === 'not-found') {
			tally.notFound.push({ repository, reason, fresh: !wasMissed(memoryOf(key)) });
		} else if (seen.has(key)) tally.observed += 1;
		else if (state?.lastRun === run.id) tally.failed.push({ repository, reason });
		else tally.open += 1;
	}
	return tally;
}

export function whyNotPublished(
	tally: NightOutcome,
	scope: CrawlScope,
	{ memberships, settings }: Pick<DataFolder, 'memberships' | 'settings'>,
	accepted: readonly string[]
): string | null {
	const loss = whyTooMuchIsLost({
		before: memberships.at(-1)?.members ?? [],
		now: scope.members,
		wanted: settings.scope.categories,
		found: scope.categories.map(({ name }) => name),
		accepted
	});
	if (loss !== null) return loss;
	// Many repositories vanishing at once mean a faulty crawl.
	const vanished = tally.notFound.filter(({ fresh }) => fresh).length;
	const isMeant = accepted.includes(String(vanished));
	const wanted = scope.wanted.length;
	const lost = tally.failed.length + (isMeant ? 0 : vanished);
	// One alone is no accident, however few there are.
	const isTooMuch = lost > Math.max(1, MAX_FAILED * wanted) || (lost > 0 && lost === wanted);
	if (!isTooMuch) return null;
	const names =
		vanished === 0 || isMeant
			? ''
			: ` GitHub does not know ${countText(vanished)} of them. If they are gone: --accept-loss ${vanished}.`;
	return `${countText(lost)} of ${plural(wanted, 'repository', 'repositories')} failed, more than ${MAX_FAILED * 100}%.${names} Nothing was published.`;
}
