import type { DimensionPart, GateAction } from '#lib/radar/model/placement.ts';
import type { GateId } from './gate-ids.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const LIFTS: Partial<Record<GateId, string>> = {
	archived: 'Only its owners, or the {foundation}, can take that back.',
	inactive: 'A human commit would lift that.',
	quiet: 'A human commit would lift that.',
	young: 'Time alone lifts that.',
	sandbox: 'Incubation at the {foundation} would lift that.',
	'no-recent-release': 'A stable release would lift that.',
	'one-author': 'More authors among the last 100 commits would lift that.',
	'not-osi-licence': 'A licence that is OSI approved would lift that.',
	gone: 'A repository that GitHub knows would lift that: correct it in the overrides, or in the landscape.'
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
		const any = enough.length > 1 ? '; any one of them is enough' : '';
		return `Newer values would lift that: of ${listed(enough.map(named), 'or')}${any}.`;
	}
	const needed: typeof gaps = [];
	for (const gap of gaps) {
		if (needed.reduce((sum, { points }) => sum + points, 0) >= missing) break;
		needed.push(gap);
	}
	return needed.length === 0
		? null
		: `Newer values would lift that: of ${listed(needed.map(named), 'and')}, together.`;
}

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
	words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
