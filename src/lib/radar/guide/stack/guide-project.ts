import type { Standing } from '#lib/radar/edition/standing.ts';
import { distinctPaths, formatPath } from '#lib/radar/landscape/path.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import type {
	ConfidenceLevel,
	LicenseClass,
	Maturity,
	Ring,
	Trend
} from '#lib/radar/words/vocabulary.ts';

/** Homes that no single company or person decides over. */
const NEUTRAL_HOMES = ['graduated', 'incubating', 'sandbox', 'neutral-foundation'] as const;

/** A project of an edition as far as the guide looks at it. */
export interface GuideProject {
	id: string;
	name: string;
	/** `owner/name`; null when there is none to measure. */
	repository: string | null;
	/** Every box in which the landscape files it, as `Category / Box`. */
	boxes: readonly string[];
	/** Null: not rated. */
	ring: Ring | null;
	/** 0 to 100; null when not rated, or in hold by a fact alone. */
	score: number | null;
	/** The ring that the score alone says; null without a score. */
	scoreRing: Ring | null;
	confidence: { share: number; level: ConfidenceLevel };
	/** Why it is not rated; null when it is. */
	notRated: string | null;
	maturity: Maturity | null;
	/** A CNCF project, or a part of one. */
	isCncf: boolean;
	/** Whether its home is neutral; null: not known. */
	hasNeutralHome: boolean | null;
	license: string | null;
	licenseClass: LicenseClass;
	language: string | null;
	trend: Trend | null;
	borderline: boolean;
	/** Gates that changed its ring. */
	gates: readonly Pick<GateAction, 'id' | 'sentence'>[];
	/** One author wrote half of the last 100 commits, whether or not that changed its ring. */
	hasOneAuthor: boolean;
	/** Some of its figures were read through a mirror. */
	throughMirror: boolean;
	/** Helm charts seen in its repository; null: not looked for. */
	helmCharts: number | null;
}

/** What is known of projects beside their standing. */
export interface BesideStandings {
	/** The foundation that carries a repository, by `data/overrides.yml`. */
	foundationOf?: (repository: string) => string | null;
	/** Helm charts seen in a repository. */
	helmChartsOf?: (repository: string) => number | null;
}

const CNCF = 'Cloud Native Computing Foundation';

/** The projects of an edition, in the order of the standings. */
export const guideProjects = (
	standings: readonly Standing[],
	beside: BesideStandings = {}
): GuideProject[] =>
	standings.map(({ blip, placement }) => {
		const { repository, maturity } = blip;
		const foundation = repository === null ? null : (beside.foundationOf?.(repository) ?? null);
		return {
			id: blip.id,
			name: blip.name,
			repository,
			boxes: distinctPaths(blip.paths).map(formatPath),
			ring: blip.ring,
			score: blip.score,
			scoreRing: placement.scoreRing,
			confidence: placement.confidence,
			notRated: blip.notRated,
			maturity,
			isCncf: (maturity !== null && maturity !== 'archived') || foundation === CNCF,
			hasNeutralHome: neutralHome(placement),
			license: blip.license,
			licenseClass: blip.licenseClass,
			language: blip.language,
			trend: blip.trend,
			borderline: blip.borderline,
			gates: placement.gates
				.filter(({ acted }) => acted)
				.map(({ id, sentence }) => ({ id, sentence })),
			hasOneAuthor: placement.gates.some(({ id }) => id === 'one-author'),
			throughMirror: metricsOf(placement).some(({ note }) => note === 'read through a mirror'),
			helmCharts: repository === null ? null : (beside.helmChartsOf?.(repository) ?? null)
		};
	});

const metricsOf = ({ dimensions }: Placement) => dimensions.flatMap(({ metrics }) => metrics);

function neutralHome(placement: Placement): boolean | null {
	const home = metricsOf(placement).find(({ id }) => id === 'home')?.value ?? null;
	return home === null ? null : NEUTRAL_HOMES.some((name) => name === home);
}
