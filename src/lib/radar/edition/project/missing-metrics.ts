import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';

export interface MissingMetric {
	id: string;
	label: string;
	/** Why it is missing, or when it was last known. */
	note: string | null;
	/** What its maintainers can do. */
	fix: string;
}

const FROM_COMMITS =
	'We count it from the repository’s commits. If we read the wrong repository, report it.';
const FROM_GITHUB = 'GitHub counts it. If the project works elsewhere, report where.';
const STABLE_TAGS = 'Tag stable releases, such as v1.2.0, or publish them on GitHub.';

/** By metric. */
const FIXES: Readonly<Record<string, string>> = {
	authors: FROM_COMMITS,
	contributors: FROM_COMMITS,
	'absence-factor': FROM_COMMITS,
	'active-weeks': FROM_COMMITS,
	'merged-pulls': FROM_GITHUB,
	'closed-pulls-ratio': FROM_GITHUB,
	stars: FROM_GITHUB,
	forks: FROM_GITHUB,
	use: 'List adopters in an ADOPTERS.md, or report the names of its packages.',
	home: 'Report the foundation or company that hosts it, with a link.',
	'release-age': STABLE_TAGS,
	'release-days': STABLE_TAGS,
	'version-one': STABLE_TAGS,
	'security-policy': 'Add a SECURITY.md to the repository or to its organisation.',
	audit: 'Earn an OpenSSF Best Practices badge, or report a published audit.',
	scorecard: 'Run the OpenSSF Scorecard action and publish its results.'
};

const partsOf = ({ dimensions }: Pick<Placement, 'dimensions'>): MetricPart[] =>
	dimensions.flatMap(({ metrics }) => metrics).filter(({ state }) => state !== 'not-applicable');

/** How many metrics of the model are known, and what is missing. Those that do not apply count nowhere. */
export function missingMetrics(placement: Pick<Placement, 'dimensions'>): {
	known: number;
	of: number;
	missing: MissingMetric[];
} {
	const parts = partsOf(placement);
	const missing = parts
		.filter(({ state }) => state === 'unknown')
		.map(({ id, label, note }) => ({
			...{ id, label, note },
			fix: FIXES[id] ?? 'If this figure is public, report where.'
		}));
	return { known: parts.length - missing.length, of: parts.length, missing };
}
