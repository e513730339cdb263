import { dayText } from '#lib/radar/words/days.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { messageOf, ok, warn, type Check } from './check.ts';

/** A source of use, and where it would be asked. */
export interface CheckedSource {
	id: string;
	/** The variable that holds its address. */
	variable: string;
	/** Null: it is not asked. */
	address: string | null;
}

const TIMEOUT_MS = 15_000;

/** One check a source of use; none of them can stop a crawl. Asks each for its front page. */
export async function useChecks(
	data: Pick<DataFolder, 'packages' | 'sources' | 'useReadings'> | null,
	sources: readonly CheckedSource[]
): Promise<Check[]> {
	if (data === null) return [];
	if (data.packages.projects.length === 0) {
		return [ok('evidence of use (optional)', 'No package is mapped: no source is asked.')];
	}
	return Promise.all(sources.map((source) => useCheck(data, source)));
}

async function useCheck(
	{ sources, useReadings }: Pick<DataFolder, 'sources' | 'useReadings'>,
	{ id, variable, address }: CheckedSource
): Promise<Check> {
	const name = `${id} (optional)`;
	if (!sources.some((source) => source.id === id)) {
		return ok(name, 'It is not in sources.yml: it is not asked.');
	}
	if (address === null) return ok(name, `${variable} is not set: it is not asked.`);
	const reading = useReadings.find(({ source }) => source === id);
	const last =
		reading === undefined
			? 'It was not asked yet.'
			: reading.readOn === null
				? 'It never told anything.'
				: `Last read on ${dayText(reading.readOn)}.`;
	const advice = `Check the network and ${variable}. Its figures get older; nothing else happens.`;
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
		await response.body?.cancel();
		if (response.status >= 500 || response.status === 429) {
			return warn(name, `${address} answers ${response.status}. ${last}`, advice);
		}
	} catch (error) {
		return warn(name, `${address} cannot be reached: ${messageOf(error)}. ${last}`, advice);
	}
	const refused = reading?.refused.flatMap(({ names }) => names).length ?? 0;
	const more = refused === 0 ? '' : ` ${plural(refused, 'name')} got no figure; see /data-quality.`;
	return ok(name, `${address} answers. ${last}${more}`);
}
