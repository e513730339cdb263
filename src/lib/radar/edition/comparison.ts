import { distinctPaths, formatPath } from '#lib/radar/landscape/path.ts';
import { kubernetesFiles } from '#lib/radar/observation/kubernetes-files.ts';
import { metricText, valueSeen } from '#lib/radar/observation/observed-words.ts';
import { MOST_COMPARED } from './comparison-size.ts';
import { oneOrganisationShort } from './carried/carried-by-text.ts';
import { useSentence } from './use/use-text.ts';
import type { ProjectPage } from './project/project-page.ts';
import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { scoreText, percent, rounded } from '#lib/radar/words/numbers.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import {
	CONFIDENCE_WORDS,
	LICENSE_WORDS,
	MATURITY_WORDS,
	RING_WORDS,
	ringText,
	TREND_WORDS
} from '#lib/radar/words/labels.ts';

export type ComparedProject = ReturnType<typeof comparedProject>;

export const comparedProject = ({ id, name, blip, series, history }: ProjectPage) => ({
	id,
	name,
	blip,
	series,
	scores: history.map(({ date, score }) => ({ date, value: score }))
});

export interface ComparedCell {
	text: string;
	/** 0 to 1 of the points; null when unknown. */
	share: number | null;
	/** Null for values computed from several observations. */
	observedOn: Day | null;
	note?: string;
}

export interface ComparedRow {
	id: string;
	label: string;
	cells: ComparedCell[];
	/** Points of the score. */
	difference: number;
}

export interface Comparison {
	facts: ComparedRow[];
	dimensions: ComparedRow[];
	/** Largest difference first. */
	metrics: ComparedRow[];
}

/** Points; invisible below. */
const ALIKE = 0.05;
const NOTHING = '–';

export function compareProjects(projects: readonly ProjectPage[]): Comparison {
	return {
		facts: FACTS.map((fact) => factRow(fact, projects)).sort(
			(a, b) => Number(b.difference > 0) - Number(a.difference > 0)
		),
		dimensions: dimensionRows(projects.map(({ placement }) => placement)),
		metrics: metricRows(projects.map(({ placement }) => placement)).sort(
			(a, b) => b.difference - a.difference
		)
	};
}

export function splitAlike(rows: readonly ComparedRow[]): {
	different: ComparedRow[];
	alike: ComparedRow[];
} {
	return {
		different: rows.filter(({ difference }) => difference >= ALIKE),
		alike: rows.filter(({ difference }) => difference < ALIKE)
	};
}

type Fact = readonly [
	id: string,
	label: string,
	of: (project: ProjectPage) => string,
	field?: string
];

const seen = ({ observed }: ProjectPage, field: string | undefined) =>
	observed.find((value) => value.field === field);

const observed = (id: string, label: string, field: string): Fact => {
	const text = (project: ProjectPage) => {
		const found = seen(project, field);
		return found === undefined ? NOTHING : valueSeen(found);
	};
	return [id, label, text, field];
};

const FACTS: readonly Fact[] = [
	['ring', 'Ring', ({ placement }) => ringText(placement?.ring ?? null)],
	[
		'score',
		'Score',
		({ blip }) => (typeof blip?.score === 'number' ? scoreText(blip.score) : NOTHING)
	],
	[
		'without-cncf',
		'Without points of maturity',
		({ placement }) =>
			placement?.withoutCncf
				? `${scoreText(placement.withoutCncf.score)}, ${RING_WORDS[placement.withoutCncf.ring]}`
				: NOTHING
	],
	[
		'gates',
		'Gates that acted',
		({ placement }) =>
			placement?.gates
				.filter(({ acted }) => acted)
				.map(({ sentence }) => sentence)
				.join(' ') || 'none'
	],
	[
		'confidence',
		'Confidence',
		({ placement }) =>
			placement
				? `${CONFIDENCE_WORDS[placement.confidence.level].replace(' confidence', '')}, ${percent(placement.confidence.share)} known`
				: NOTHING
	],
	[
		'momentum',
		'Momentum',
		({ placement }) => {
			const trend = placement?.momentum.trend ?? null;
			return trend === null ? 'not known' : TREND_WORDS[trend];
		}
	],
	[
		'use',
		'Used by',
		({ placement }) => {
			const parts = (placement?.dimensions ?? []).flatMap(({ metrics }) =>
				metrics.flatMap(({ kinds }) => kinds ?? [])
			);
			return useSentence({ parts, share: null }, () => null) ?? 'not known';
		}
	],
	[
		'one-organisation',
		'One organisation?',
		({ carriedBy }) =>
			carriedBy?.state === 'observed' ? oneOrganisationShort(carriedBy) : 'not known'
	],
	['place', 'Place', ({ paths }) => distinctPaths(paths).map(formatPath).join('; ')],
	['cncf', 'Maturity', ({ maturity }) => (maturity ? MATURITY_WORDS[maturity] : 'none')],
	[
		'license',
		'Licence',
		({ blip }) =>
			blip?.license
				? `${blip.license}, ${LICENSE_WORDS[blip.licenseClass].toLowerCase()}`
				: NOTHING,
		'license'
	],
	['language', 'Language', ({ blip }) => blip?.language ?? NOTHING, 'languages'],
	observed('first-commit', 'First commit', 'firstCommit'),
	observed('last-commit', 'Last human commit', 'lastCommit'),
	observed('last-release', 'Last stable release', 'lastStableRelease'),
	observed('version', 'Highest version', 'highestVersion'),
	[
		'kubernetes-files',
		'Kubernetes files in the repository',
		({ observed }) => kubernetesFiles(observed) ?? NOTHING,
		'helmCharts'
	]
];

function factRow([id, label, of, field]: Fact, projects: readonly ProjectPage[]): ComparedRow {
	const cells = projects.map((project): ComparedCell => {
		const text = of(project);
		const observedOn = text === NOTHING ? null : (seen(project, field)?.observedOn ?? null);
		return { text, share: null, observedOn };
	});
	return { id, label, cells, difference: new Set(cells.map(({ text }) => text)).size > 1 ? 1 : 0 };
}

function dimensionRows(placements: readonly (Placement | null)[]): ComparedRow[] {
	const model = placements.find((placement) => placement !== null)?.dimensions ?? [];
	return model.map(({ id, label, weight }) => {
		const cells = placements.map((placement): ComparedCell => {
			const part = placement?.dimensions.find((dimension) => dimension.id === id);
			if (part === undefined || part.observed === 0)
				return { text: 'not known', share: null, observedOn: null };
			const share = part.won / part.observed;
			return {
				text: `${rounded(part.won, 1)} of ${rounded(part.observed, 1)}`,
				share,
				observedOn: null
			};
		});
		return { id, label, cells, difference: spread(cells) * weight };
	});
}

function metricRows(placements: readonly (Placement | null)[]): ComparedRow[] {
	const partsOf = (placement: Placement | null) =>
		placement?.dimensions.flatMap(({ metrics }) => metrics) ?? [];
	const model = placements.map(partsOf).find((parts) => parts.length > 0) ?? [];
	return model.map(({ id, label, possible }) => {
		const cells = placements.map((placement): ComparedCell => {
			const part = partsOf(placement).find((metric) => metric.id === id);
			return {
				text: part === undefined ? NOTHING : partText(part),
				share: part?.share ?? null,
				observedOn: part?.observedOn ?? null,
				...(part?.note && part.value !== null && { note: part.note })
			};
		});
		return { id, label, cells, difference: spread(cells) * possible };
	});
}

function partText(part: MetricPart): string {
	if (part.value !== null) return metricText(part.value, part.unit);
	return part.state === 'unknown' ? 'not known' : 'does not apply';
}

/** 0 with fewer than two known shares. */
function spread(cells: readonly ComparedCell[]): number {
	const shares = cells.flatMap(({ share }) => (share === null ? [] : [share]));
	return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares);
}

const askedIds = (text: string | null): string[] =>
	[...new Set((text ?? '').split(',').map((id) => id.trim().toLowerCase()))].filter(
		(id) => id !== ''
	);

/** `p=a,b,c`: unique ids, at most four. */
export const comparedIds = (text: string | null): string[] =>
	askedIds(text).slice(0, MOST_COMPARED);

/** Ids beyond the fourth. */
export const leftOutIds = (text: string | null): string[] => askedIds(text).slice(MOST_COMPARED);
