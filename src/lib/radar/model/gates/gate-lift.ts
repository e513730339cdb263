import type { DimensionPart, GateAction } from '#lib/radar/model/placement.ts';
import type { GateId } from './gate-ids.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const LIFTS: Partial<Record<GateId, string>> = {
	archived: 'Only its owners or the {foundation} can undo that.',
	inactive: 'A human commit would be enough to lift this limit.',
	quiet: 'A human commit would be enough to lift this limit.',
	young: 'Only time lifts this limit.',
	sandbox: 'Incubation at the {foundation} would lift this limit.',
	'no-recent-release': 'A stable release would lift this limit.',
	'one-author': 'More authors among the last 100 commits would lift this limit.',
	'not-osi-licence': 'An OSI-approved licence would lift this limit.',
	gone: 'A repository that GitHub knows would lift this limit: correct it in the overrides or in the landscape.'
};

export interface KnownShare {
	/** 0 to 1, after deductions for carried-over values. */
	confidence: number;
	dimensions: readonly DimensionPart[];
}

/** Null when nothing can be said. */
export function gateLift(
	{ id }: Pick<GateAction, 'id'>,
	known: KnownShare,
	{ thresholds }: Pick<Model, 'thresholds'>,
	foundation = 'CNCF'
): string | null {
	return id === 'low-confidence'
		? valuesThatLift(known, thresholds.trial_at_most_below_confidence)
		: (LIFTS[id]?.replace('{foundation}', foundation) ?? null);
}

/** Heaviest missing values first. */
function valuesThatLift({ confidence, dimensions }: KnownShare, least: number): string | null {
	const parts = dimensions.flatMap(({ metrics }) => metrics);
	const weigh = (states: readonly string[]) =>
		parts.reduce((sum, { state, possible }) => sum + (states.includes(state) ? possible : 0), 0);
	const seen = weigh(['observed']);
	if (seen === 0 || confidence === 0) return null;
	// Keep the deductions: a safe estimate.
	const missing = (seen * least) / confidence - seen;
	const gaps = dimensions
		.map(({ label, metrics }) => ({
			label: lowerFirst(label),
			points: metrics.reduce((t, part) => t + (part.state === 'unknown' ? part.possible : 0), 0)
		}))
		.filter(({ points }) => points > 0)
		.sort((a, b) => b.points - a.points);
	const enough = gaps.filter(({ points }) => points >= missing);
	const named = (gap: (typeof gaps)[number]) => `${gap.label} (${plural(gap.points, 'point')})`;
	if (enough.length > 0) {
		return `Newer figures of ${listed(enough.map(named), 'or')} would be enough to lift this limit.`;
	}
	const needed: typeof gaps = [];
	for (const gap of gaps) {
		if (needed.reduce((sum, { points }) => sum + points, 0) >= missing) break;
		needed.push(gap);
	}
	return needed.length === 0
		? null
		: `Newer figures of ${listed(needed.map(named), 'and')} together would lift this limit.`;
}

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
	words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
