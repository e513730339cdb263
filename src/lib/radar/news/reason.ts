import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { NewsItem } from './item.ts';

/** Why an item is in the digest: the first that holds. `rest`: it is counted, not told. */
export const REASONS = [
	'moved',
	'security',
	'standing',
	'breaking',
	'major',
	'minor',
	'article',
	'rest'
] as const;
export type Reason = (typeof REASONS)[number];

/** As a label beside a line. */
export const REASON_WORDS: Record<Reason, string> = {
	moved: 'ring changed',
	security: 'security',
	standing: 'standing changed',
	breaking: 'breaking or deprecated',
	major: 'first stable or major',
	minor: 'minor release',
	article: 'article',
	rest: 'further'
};

/** What the labels mean. */
export const REASON_MEANINGS: Record<Reason, string> = {
	moved: 'The project moved to another ring, or was rated anew.',
	security: 'A release mends a vulnerability, or an article tells of one.',
	standing:
		'The project entered, left, was archived, or changed its maturity, its licence or its home.',
	breaking: 'Something stops working, or will.',
	major: 'The first stable release, or a major one.',
	minor: 'A minor release of a project in adopt or trial.',
	article: 'About a project in adopt or trial, or about several of the radar.',
	rest: 'Anything else: counted, not told.'
};

/** The ring of a project; null when it has none. */
export type RingOf = (project: string) => Ring | null;

/** Why one item is in. */
export function reasonOf(item: NewsItem, ringOf: RingOf): Reason {
	const { move, change, release, notice } = item.facts;
	const notes = release?.notes;
	if (move?.lacksData === true) return 'rest';
	if (move !== undefined && move.kind !== 'entered' && move.kind !== 'left') return 'moved';
	if ((notes?.security ?? 0) > 0 || (notice?.advisories.length ?? 0) > 0) return 'security';
	if (move !== undefined) return 'standing';
	if (change !== undefined)
		return change.what === 'box' || change.what === 'name' ? 'rest' : 'standing';
	const breaks = (notes?.breaking ?? 0) + (notes?.deprecated ?? 0) > 0;
	if (breaks || notice?.deprecated === true) return 'breaking';
	if (release?.step === 'first-stable' || release?.step === 'major') return 'major';
	const near = item.projects.some(({ project }) => {
		const ring = ringOf(project);
		return ring === 'adopt' || ring === 'trial';
	});
	if (release?.step === 'minor' && near) return 'minor';
	if (item.kind === 'article' && (near || item.projects.length > 1)) return 'article';
	return 'rest';
}

/** Why a story is in: the first reason of any of its items. */
export const reasonOfStory = (items: readonly NewsItem[], ringOf: RingOf): Reason => {
	const reasons = items.map((item) => REASONS.indexOf(reasonOf(item, ringOf)));
	return REASONS[Math.min(...reasons)] ?? 'rest';
};
