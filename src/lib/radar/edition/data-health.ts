import { daysBetween } from '#lib/radar/words/day.ts';
import type { Blip, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** Projects that are not rated for the same reason. */
export interface NotRatedGroup {
	reason: string;
	projects: { id: string; name: string }[];
}

/** How much of a metric is known. */
export interface MetricHealth {
	id: string;
	label: string;
	observed: number;
	/** Observed before the edition's own month or night. */
	carriedOver: number;
	/** Projects to which it applies. */
	applicable: number;
}

/** How a crawl went: of `targets` repositories so many were observed, were not there, or failed. */
export interface CrawlOutcome {
	night: Day;
	/** Whether it became an edition. */
	published: boolean;
	targets: number;
	observed: number;
	notFound: number;
	failed: number;
	/** Why it ended without an edition, in a sentence; null when it did not. */
	error: string | null;
}

export interface DataHealth {
	projects: number;
	rated: number;
	/** The largest first. */
	notRated: NotRatedGroup[];
	metrics: MetricHealth[];
	/** Values that the edition rests on, by age in days: up to and including `to`. */
	ages: { label: string; count: number }[];
}

const AGES = [
	{ label: 'up to 2 weeks', to: 14 },
	{ label: 'up to a month', to: 31 },
	{ label: 'up to 2 months', to: 62 },
	{ label: 'up to 3 months', to: 92 },
	{ label: 'up to 6 months', to: 184 },
	{ label: 'older', to: Infinity }
] as const;

/** Filed or judged, not observed: they have no age. */
const UNAGED: ReadonlySet<string> = new Set(['landscape', 'overrides']);

/** How much an edition knows, and how old it is. */
export function dataHealth(
	standings: readonly { blip: Blip; placement: Placement }[],
	on: Day
): DataHealth {
	const metrics = new Map<string, MetricHealth>();
	const ages = AGES.map(({ label }) => ({ label, count: 0 }));
	for (const { placement } of standings) {
		for (const part of placement.dimensions.flatMap((dimension) => dimension.metrics)) {
			count(metrics, part);
			if (part.observedOn === null || part.source === null || UNAGED.has(part.source)) continue;
			const age = daysBetween(part.observedOn, on);
			const bucket = ages[AGES.findIndex(({ to }) => age <= to)];
			if (bucket) bucket.count += 1;
		}
	}
	return {
		projects: standings.length,
		rated: standings.filter(({ blip }) => blip.ring !== null).length,
		notRated: notRatedGroups(standings.map(({ blip }) => blip)),
		metrics: [...metrics.values()],
		ages
	};
}

function count(metrics: Map<string, MetricHealth>, part: MetricPart): void {
	const health = metrics.get(part.id) ?? {
		id: part.id,
		label: part.label,
		observed: 0,
		carriedOver: 0,
		applicable: 0
	};
	if (part.state !== 'not-applicable') health.applicable += 1;
	if (part.state === 'observed') health.observed += 1;
	if (part.carriedOver) health.carriedOver += 1;
	metrics.set(part.id, health);
}

/** Groups by reason; days within a reason do not tell reasons apart. */
export function notRatedGroups(blips: readonly Blip[]): NotRatedGroup[] {
	const groups = new Map<string, NotRatedGroup['projects']>();
	for (const { id, name, notRated } of blips) {
		if (notRated === null) continue;
		const reason = generalReason(notRated);
		const projects = groups.get(reason) ?? [];
		projects.push({ id, name });
		groups.set(reason, projects);
	}
	return [...groups]
		.map(([reason, projects]) => ({ reason, projects }))
		.sort((a, b) => b.projects.length - a.projects.length || (a.reason < b.reason ? -1 : 1));
}

const DAY = /\d{1,2} \p{Lu}\p{Ll}+ \d{4}/u;

function generalReason(reason: string): string {
	if (/last observed on .* too long ago/.test(reason)) {
		return 'Its contributors were last observed too long ago.';
	}
	return reason.replace(DAY, 'some day').replace(/^Only \d+ %/, 'Too little');
}
