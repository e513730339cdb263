import type { ActivityBand, Runner } from './trends.ts';
import { plural } from '#lib/radar/words/numbers.ts';

/** "KServe rose most, Apache Pinot fell most"; null where nothing moved. The furthest is the first of its list. */
export function runnersFinding(
	risers: readonly Pick<Runner, 'name'>[],
	fallers: readonly Pick<Runner, 'name'>[]
): string | null {
	const told = [
		risers[0] && `${risers[0].name} rose most`,
		fallers[0] && `${fallers[0].name} fell most`
	].filter((part) => part !== undefined);
	return told.length === 0 ? null : told.join(', ');
}

/** "Most active: Inference, median 316 commits"; of the newest edition known of each segment; null where none is. */
export function activityFinding(
	activity: readonly { category: string; bands: readonly (Pick<ActivityBand, 'median'> | null)[] }[]
): string | null {
	const newest = activity.flatMap(({ category, bands }) => {
		const band = bands.at(-1);
		return band == null ? [] : [{ category, median: Math.round(band.median) }];
	});
	const [most] = newest.sort((a, b) => b.median - a.median);
	return most === undefined
		? null
		: `Most active: ${most.category}, median ${plural(most.median, 'commit')}`;
}
