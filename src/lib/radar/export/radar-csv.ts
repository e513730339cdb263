import { formatPath } from '#lib/radar/landscape/path.ts';
import { csvText, type Cell } from '#lib/radar/input/csv-text.ts';
import { USE_KINDS } from '#lib/radar/model/settings/use-kinds.ts';
import type { RadarDocument } from './radar-schema.ts';
import type { ExportedProject } from './source.ts';

const FIXED: Record<string, (project: ExportedProject) => Cell> = {
	id: ({ id }) => id,
	name: ({ name }) => name,
	ring: ({ ring }) => ring ?? 'not-rated',
	score: ({ score }) => score,
	movement: ({ movement }) => movement,
	ring_before: ({ previousRing }) => previousRing,
	category: ({ category }) => category,
	subcategory: ({ subcategory }) => subcategory,
	paths: ({ paths }) => paths.map(formatPath).join('; '),
	repository: ({ repository }) => repository,
	repository_url: ({ links }) => links.repository,
	homepage: ({ links }) => links.homepage,
	cncf_maturity: ({ maturity }) => maturity,
	license: ({ license }) => license,
	license_class: ({ licenseClass }) => licenseClass,
	language: ({ language }) => language,
	momentum: ({ momentum }) => momentum.trend,
	momentum_ln: ({ momentum }) => momentum.value,
	known_share: ({ confidence }) => confidence.share,
	confidence: ({ confidence }) => confidence.level,
	ring_stability: ({ ringStability }) => ringStability,
	score_without_cncf: ({ withoutCncf }) => withoutCncf?.score ?? null,
	ring_without_cncf: ({ withoutCncf }) => withoutCncf?.ring ?? null,
	gates: ({ gates }) =>
		gates
			.filter(({ acted }) => acted)
			.map(({ id }) => id)
			.join(', ') || null,
	not_rated_because: ({ notRated }) => notRated,
	x: ({ position }) => position?.x ?? null,
	y: ({ position }) => position?.y ?? null,
	...Object.fromEntries(
		USE_KINDS.map((kind) => [
			`use_${kind}`,
			({ use }: ExportedProject) => {
				const found = use.find((part) => part.kind === kind);
				return found?.fewerThan ? `<${found.value}` : (found?.value ?? null);
			}
		])
	),
	carried_by: ({ carriedBy }) =>
		carriedBy?.organisations
			.map(({ name, share }) => `${name} ${Math.floor(share * 100 + 1e-6)}%`)
			.join('; ') || null,
	carried_by_not_known: ({ carriedBy }) => carriedBy?.notKnown ?? null,
	one_organisation: ({ carriedBy }) => carriedBy?.oneOrganisation ?? null,
	carried_by_on: ({ carriedBy }) => carriedBy?.observedOn ?? null
};

/** Excel detects UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/** Empty: no value. An apostrophe protects text that looks like a formula. */
export function radarCsv({ edition, model, projects }: RadarDocument): string {
	const metrics = model.dimensions.flatMap((dimension) => dimension.metrics);
	const header = [
		'edition',
		...Object.keys(FIXED),
		...model.dimensions.map(({ id }) => `points_${underscored(id)}`),
		...metrics.map(({ id }) => underscored(id)),
		...metrics.map(({ id }) => `${underscored(id)}_on`)
	];
	const rows = projects.map((project): Cell[] => {
		const dimensions = new Map(project.dimensions.map((part) => [part.id, part]));
		const observed = new Map(project.observed.map((part) => [part.metric, part]));
		return [
			edition.id,
			...Object.values(FIXED).map((cell) => cell(project)),
			...model.dimensions.map(({ id }) => {
				const part = dimensions.get(id);
				return part === undefined || part.observed === 0 ? null : part.won;
			}),
			...metrics.map(({ id }) => observed.get(id)?.value ?? null),
			...metrics.map(({ id }) => observed.get(id)?.observedOn ?? null)
		];
	});
	return BYTE_ORDER_MARK + csvText([header, ...rows]);
}

const underscored = (id: string): string => id.replaceAll('-', '_');
