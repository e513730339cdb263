import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { BudgetSpent, jsonAsker, SourceFault } from '#lib/server/sources/json-answer.ts';
import type { Log } from '#lib/server/sources/source.ts';
import type { UseResult, UseTarget } from '#lib/server/sources/use-source.ts';
import { readingsOf, storeReading } from './stored-use.ts';
import { USE_SOURCES, type UseData, type UseSourceEntry } from './use-sources.ts';

export interface UseNight {
	db: Database;
	data: UseData & Pick<DataFolder, 'useReadings' | 'sources' | 'settings'>;
	/** Reads files of repositories. */
	client: GitHubClient;
	night: Day;
	/** By id of the source; one without an address is not asked. */
	addresses: ReadonlyMap<string, string>;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	signal?: AbortSignal;
	timeoutMs?: number;
}

/** A source that tells less than this share of the packages it knew before is not believed. */
const LEAST_KEPT = 0.75;

/**
 * Asks every source of use that is due, and stores each answer at once: a killed night asks none again. What fails is
 * part of a reading; it never ends the night. Returns the night's readings, also those stored before.
 */
export async function observeUse(options: UseNight): Promise<UseReading[]> {
	const { db, night, data, addresses, signal, log } = options;
	const tonight = readingsOf(db, night);
	const listed = new Set(data.sources.map(({ id }) => id));
	for (const entry of USE_SOURCES) {
		if (signal?.aborted) break;
		const base = addresses.get(entry.id);
		const before = data.useReadings.find(({ source }) => source === entry.id) ?? null;
		if (base === undefined || !listed.has(entry.id) || !isDue(before, entry, night)) continue;
		if (tonight.some(({ source }) => source === entry.id)) continue;
		const read = await readSource(entry, { ...options, base, before, tonight });
		if (read === null || signal?.aborted) continue;
		storeReading(db, night, read.reading, read.rows);
		tonight.push(read.reading);
		log(read.reading.refused.length > 0 ? 'warn' : 'info', readingText(read.reading));
	}
	return tonight;
}

/** "clickpy told 348 figures in 2 requests; 3 names were not told: knows no package of this name." */
function readingText({ source, figures, requests, refused }: UseReading): string {
	const told = `${source}: ${plural(figures, 'figure')} in ${plural(requests, 'request')}`;
	const not = refused.map(({ reason, names }) => `${plural(names.length, 'name')}: ${reason}`);
	return `${[told, ...not].join('; ')}.`;
}

function isDue(before: UseReading | null, { everyDays }: UseSourceEntry, night: Day): boolean {
	if (before === null) return true;
	if (before.notBefore !== null && before.notBefore > night) return false;
	const answered = before.readOn === before.askedOn;
	return daysBetween(before.askedOn, night) >= (answered ? everyDays : 1);
}

interface Reading extends UseNight {
	base: string;
	before: UseReading | null;
	tonight: readonly UseReading[];
}

/** Null where there is nothing to ask. */
async function readSource(
	entry: UseSourceEntry,
	{ data, client, night, base, before, tonight, now, log, signal, timeoutMs }: Reading
): Promise<{ reading: UseReading; rows: UseRow[] } | null> {
	const known = data.use.filter(({ source }) => source === entry.id);
	const { ask, spent } = jsonAsker({
		base,
		userAgent: `CNAI Radar (+${data.settings.site.repository})`,
		budget: entry.budget,
		now,
		...(signal && { signal }),
		...(timeoutMs !== undefined && { timeoutMs })
	});
	const context = { night, ask, log, ...(signal && { signal }) };
	const { targets, results } = entry.observe({ data, client, known, night, tonight }, context);
	if (targets.length === 0) return null;
	const requestsBefore = client.usage().requests;
	const all: UseResult<UseTarget>[] = [];
	let stop: { fault: SourceFault; left: string[] } | null = null;
	try {
		for await (const result of results()) all.push(result);
	} catch (error) {
		const fault = faultOf(error);
		const back = new Set(all.map(({ target }) => target));
		const left = targets.filter((target) => !back.has(target)).map(({ name }) => name);
		stop = { fault, left };
	}
	const lost = lostTooMuch(all, known);
	const rows = lost === null ? rowsOf(all) : [];
	const refused = refusedOf(all, lost);
	if (stop !== null) refused.push({ reason: stop.fault.message, names: stop.left });
	const answered =
		lost === null && (stop === null || stop.fault instanceof BudgetSpent) && all.some(isAnswer);
	const notBefore = stop?.fault.notBefore ?? null;
	return {
		rows,
		reading: {
			source: entry.id,
			askedOn: night,
			// What the budget left open follows the next night.
			readOn: answered && stop === null ? night : (before?.readOn ?? null),
			notBefore: notBefore === null ? null : new Date(notBefore).toISOString().slice(0, 10),
			requests: spent() + client.usage().requests - requestsBefore,
			figures: rows.length,
			refused,
			elsewhere: elsewhereOf(all, before)
		}
	};
}

/** GitHub's faults and pauses, and whatever else: none of them ends the night. */
const faultOf = (error: unknown): SourceFault =>
	error instanceof SourceFault
		? error
		: new SourceFault(`failed: ${error instanceof Error ? error.message : String(error)}`);

/** It told something, be it no figure. */
const isAnswer = (result: UseResult<UseTarget>): boolean => 'found' in result;

const rowsOf = (all: readonly UseResult<UseTarget>[]): UseRow[] =>
	all.flatMap((result) =>
		result.outcome === 'observed' ? [...result.past, result.observation] : []
	);

/** Why nothing of an answer is taken: it tells of far fewer names than the source told before. Null: it does not. */
function lostTooMuch(
	all: readonly UseResult<UseTarget>[],
	known: readonly UseRow[]
): string | null {
	const had = new Set(known.flatMap((row) => (isBound(row) ? [] : [nameOf(row)])));
	const asked = all.filter(({ target }) => had.has(target.name));
	const told = asked.filter(
		(result) => result.outcome === 'observed' && !isBound(result.observation)
	);
	return told.length >= LEAST_KEPT * asked.length
		? null
		: `told of ${told.length} of the ${asked.length} names that it told of before`;
}

const nameOf = (row: UseRow): string => ('name' in row ? row.name : row.repository);
const isBound = (row: UseRow): boolean => row.kind === 'downloads' && row.value === undefined;

/** Names without a figure, by the reason. What failed says so itself, also in an answer that is not believed. */
function refusedOf(
	all: readonly UseResult<UseTarget>[],
	lost: string | null
): UseReading['refused'] {
	const open = all.flatMap((result) => {
		const { name } = result.target;
		if (result.outcome === 'failed') return [{ name, reason: result.reason }];
		if (lost !== null) return [{ name, reason: lost }];
		return 'found' in result ? [] : [{ name, reason: result.reason }];
	});
	return [...Map.groupBy(open, ({ reason }) => reason)].map(([reason, same]) => ({
		reason,
		names: same.map(({ name }) => name)
	}));
}

/** What packages' metadata say; of those that were not asked about tonight, what they said before. */
function elsewhereOf(
	all: readonly UseResult<UseTarget>[],
	before: UseReading | null
): UseReading['elsewhere'] {
	const asked = new Set(all.map(({ target }) => target.name));
	const found = all.flatMap((result) => {
		const pointsTo = 'found' in result ? result.found.pointsTo : undefined;
		const { repository, name } = result.target;
		return pointsTo === undefined ? [] : [{ repository, name, pointsTo }];
	});
	return [...(before?.elsewhere ?? []).filter(({ name }) => !asked.has(name)), ...found];
}
