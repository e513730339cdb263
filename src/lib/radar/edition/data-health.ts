import { daysBetween } from '#lib/radar/words/days.ts';
import type { Blip, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { byText } from '#lib/radar/words/order.ts';

export interface NotRatedGroup {
	reason: string;
	projects: { id: string; name: string }[];
}

interface MetricHealth {
	id: string;
	label: string;
	observed: number;
	/** Observed before the edition's month or night. */
	carriedOver: number;
	applicable: number;
}

export interface CrawlOutcome {
	night: Day;
	published: boolean;
	targets: number;
	observed: number;
	notFound: number;
	failed: number;
	/** Null when the crawl became an edition. */
	error: string | null;
}

export interface DataHealth {
	projects: number;
	rated: number;
	notRated: NotRatedGroup[];
	metrics: MetricHealth[];
	/** In days; `to` is inclusive. */
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

/** Not observed, so without a day. */
const UNAGED: ReadonlySet<string> = new Set(['landscape', 'overrides']);

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

/** Reasons that differ only in days or percentages share a group. */
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
		.sort((a, b) => b.projects.length - a.projects.length || byText(a.reason, b.reason));
}

const DAY = /\d{1,2} \p{Lu}\p{Ll}+ \d{4}/u;

function generalReason(reason: string): string {
	if (/last measured on .* too old to rate/.test(reason)) {
		return 'Its contributors were last measured too long ago.';
	}
	return reason.replace(DAY, 'some day').replace(/^Confidence is \d+%/, 'Confidence is too low');
}
