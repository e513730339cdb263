import type { ProjectChange } from './difference.ts';
import { newlyMeasuredText } from './words.ts';
import type { StandingState } from './move.ts';
import { BECAUSE } from '#lib/radar/edition/verdict.ts';
import type { GateId } from '#lib/radar/model/gates/gate-ids.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';

/** In the order of the page. */
export const STORY_CARDS = ['in', 'out', 'measured', 'stale', 'unrated'] as const;
export type StoryCard = (typeof STORY_CARDS)[number];

/** Projects that made the same step for the same cause. */
export interface StoryGroup {
	from: StandingState;
	to: StandingState;
	/** In few words, without a full stop. */
	cause: string;
	/** By name. */
	projects: Pick<ProjectChange, 'id' | 'name'>[];
}

/** What ends when a gate no longer acts. */
const NO_LONGER: Record<GateId, string> = {
	'not-rated': 'enough is known again',
	archived: 'no longer archived',
	inactive: 'people commit again',
	quiet: 'people commit again',
	young: 'no longer young',
	sandbox: 'no longer held as a sandbox project',
	graduated: 'no longer lifted as a graduated project',
	'no-recent-release': 'a new stable release',
	'one-author': 'more people behind the last 100 commits',
	'not-osi-licence': 'its licence is now OSI approved',
	'low-confidence': 'enough of it is known again',
	gone: 'its repository is back'
};

/** Null: no card tells it, as for entries and departures. */
export function storyCardOf({ kind, lacksData, newlyMeasured }: ProjectChange): StoryCard | null {
	if (newlyMeasured) return 'measured';
	if (lacksData) return 'stale';
	return kind === 'in' || kind === 'out' || kind === 'unrated' ? kind : null;
}

/** One cause in few words: the gate that opened or closed, else the metric of the strongest effect. */
export function moveCause(change: ProjectChange): string {
	const fresh = newlyMeasuredText(change);
	if (fresh !== null) return fresh;
	if (change.lacksData) return 'figures too old to count';
	if (change.kind === 'unrated') return unratedCause(change.notRated ?? '');
	const inward = change.kind === 'in';
	const gate = change.gates.find(({ id, began }) => inward === (began === (id === 'graduated')));
	if (gate !== undefined) return gate.began ? BECAUSE[gate.id] : NO_LONGER[gate.id];
	const metric = change.metrics.find(({ effect }) => effect > 0 === inward);
	if (metric === undefined) return inward ? 'a higher score' : 'a lower score';
	const label = lowerFirst(metric.label);
	if (metric.before === null) return `${label}, now measured`;
	if (metric.after === null) return `${label}, no longer known`;
	return `${label} counts for ${inward ? 'more' : 'less'}`;
}

const unratedCause = (notRated: string): string =>
	/last observed|last measured|too old|too long ago/i.test(notRated)
		? 'last measured too long ago'
		: lowerFirst(notRated.replace(/\.$/, ''));

/** The groups of a card, the largest first. */
export function storyGroups(changes: readonly ProjectChange[], card: StoryCard): StoryGroup[] {
	const groups = new Map<string, StoryGroup>();
	for (const change of changes) {
		if (storyCardOf(change) !== card) continue;
		const { id, name, from, to } = change;
		// Of those no longer rated, the ring they had is among the details.
		const told = card === 'unrated' ? { from: 'absent' as const, to } : { from, to };
		const cause = moveCause(change);
		const key = `${told.from} ${told.to} ${cause}`;
		const group = groups.get(key) ?? { ...told, cause, projects: [] };
		group.projects.push({ id, name });
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => b.projects.length - a.projects.length);
}
