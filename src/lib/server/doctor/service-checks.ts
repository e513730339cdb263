import { readLandscape } from '#lib/radar/landscape/landscape.ts';
import { readYaml } from '#lib/radar/input/yaml.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { languageModelPlace } from '#lib/server/language-model/settings.ts';
import { readLandscapeSource } from '#lib/server/sources/landscape/landscape-source.ts';
import { fail, messageOf, ok, warn, type Check } from './check.ts';

const TIMEOUT_MS = 15_000;

/** `wanted`: address or file; null: the folder's own. `data`: the folder whose categories it is to have. */
export async function landscapeCheck(
	wanted: string | null,
	data: DataFolder | null
): Promise<Check> {
	const name = 'landscape';
	const source = wanted ?? data?.settings.landscape.url ?? null;
	if (source === null) {
		const advice = 'Mend the data folder, or name a landscape by --landscape.';
		return fail(name, 'No settings say where it is.', advice);
	}
	try {
		const { text, origin } = await readLandscapeSource(source, null);
		const { categories, items } = readLandscape(
			readYaml(text, origin),
			data?.settings.landscape.foundation
		);
		const found = `${source} has ${plural(items.length, 'item')} in ${plural(categories.length, 'category', 'categories')}.`;
		const names = new Set(categories.map((category) => category.name));
		const missing = (data?.settings.scope.categories ?? []).filter((one) => !names.has(one));
		if (missing.length === 0) return ok(name, found);
		const lack = `${found} It lacks ${missing.map((one) => `"${one}"`).join(', ')}, which the settings name.`;
		return fail(name, lack, 'Correct scope.categories in radar.yml, or the address.');
	} catch (error) {
		const advice = 'Check the network, and --landscape or LANDSCAPE_URL.';
		return fail(name, messageOf(error), advice);
	}
}

export function feedsCheck(data: DataFolder | null): Check[] {
	if (data === null) return [];
	const { length } = data.feeds;
	const found =
		length === 0
			? 'No feed is listed: news come from releases alone.'
			: `${plural(length, 'feed')} listed; npm run news reads them.`;
	return [ok('feeds (optional)', found)];
}

/** Asks the configured model's server for its list of models; no question, no cost. */
export async function languageModelCheck(
	env: Readonly<Record<string, string | undefined>>
): Promise<Check> {
	const name = 'language model (optional)';
	try {
		const place = languageModelPlace(env);
		if (place === null) return ok(name, 'None is set; nothing needs one.');
		const { url, host, model, key } = place;
		const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
		const signal = AbortSignal.timeout(TIMEOUT_MS);
		const response = await fetch(`${url}/models`, { headers, signal });
		await response.body?.cancel();
		const advice = 'Check RADAR_LLM_URL and the key, or unset both.';
		if (response.status === 401 || response.status === 403) {
			return warn(name, `${host} refuses the key.`, advice);
		}
		return response.status < 500
			? ok(name, `${model} at ${host}, which answers.`)
			: warn(name, `${host} answers ${response.status}.`, advice);
	} catch (error) {
		return warn(name, messageOf(error), 'Correct the RADAR_LLM_ variables, or unset them.');
	}
}
