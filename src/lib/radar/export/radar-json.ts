import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import { safeUrl, githubUrl } from '#lib/radar/words/addresses.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { shownScore, rounded } from '#lib/radar/words/numbers.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import { carriedByJson, useJson } from './project-evidence.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { SCHEMA_ADDRESS, SCHEMA_VERSION } from './radar-schema-version.ts';
import type { RadarDocument } from './radar-schema.ts';

export interface RadarJsonInput {
	view: Omit<EditionPage, 'blips'>;
	projects: readonly Standing[];
	settings: Settings;
	sources: readonly Source[];
	/** ISO 8601, UTC. */
	generatedAt: string;
}

/** Covers only what this radar adds to the facts. */
export const LICENSE = 'Apache-2.0';

const orNull = (value: number | null) => (value === null ? null : rounded(value, 2));

/** Rounds numbers to hundredths, scores as displayed. */
export function radarJson(input: RadarJsonInput): RadarDocument {
	const { view, settings } = input;
	const { model } = settings;
	return {
		$schema: SCHEMA_ADDRESS,
		schemaVersion: SCHEMA_VERSION,
		generatedAt: input.generatedAt,
		title: view.title,
		notice: view.notice,
		purpose: model.purpose,
		license: LICENSE,
		attribution: settings.attribution,
		edition: { id: view.edition.id, date: view.edition.date, kind: view.edition.kind },
		model: {
			version: view.edition.modelVersion,
			cutOffs: {
				adopt: model.cut_offs.adopt,
				trial: model.cut_offs.trial,
				frozen: model.cut_offs.frozen
			},
			dimensions: model.dimensions.map(({ id, label, weight, metrics }) => ({
				id,
				label,
				weight,
				metrics: metrics.map(({ id: metric, label: words, unit, points }) => ({
					id: metric,
					label: words,
					unit,
					points
				}))
			}))
		},
		rings: view.rings,
		categories: view.segments.map(({ name, subcategories }) => ({ name, subcategories })),
		sources: input.sources.map(({ id, name, url }) => ({ id, name, url })),
		left: view.left,
		projects: input.projects.map(projectJson)
	};
}

export function projectJson({
	blip,
	placement,
	homepage,
	carriedBy
}: Standing): RadarDocument['projects'][number] {
	const { momentum, withoutCncf, confidence } = placement;
	return {
		id: blip.id,
		name: blip.name,
		repository: blip.repository,
		category: blip.category,
		subcategory: blip.subcategory,
		paths: blip.paths,
		links: {
			homepage: safeUrl(homepage),
			repository: blip.repository === null ? null : githubUrl(blip.repository)
		},
		maturity: blip.maturity,
		license: blip.license,
		licenseClass: blip.licenseClass,
		language: blip.language,
		ring: blip.ring,
		notRated: blip.notRated,
		score: blip.score,
		movement: blip.movement,
		previousRing: blip.previousRing,
		momentum: { ...momentum, value: orNull(momentum.value) },
		confidence: { share: rounded(confidence.share, 2), level: confidence.level },
		ringStability: placement.stability,
		withoutCncf: withoutCncf && { score: shownScore(withoutCncf.score), ring: withoutCncf.ring },
		position: blip.x === null || blip.y === null ? null : { x: blip.x, y: blip.y },
		dimensions: placement.dimensions.map(({ id, won, observed, weight }) => ({
			id,
			won: rounded(won, 2),
			observed,
			weight
		})),
		gates: placement.gates,
		observed: placement.dimensions.flatMap(({ metrics }) =>
			metrics.map((part) => ({
				metric: part.id,
				label: part.label,
				unit: part.unit,
				value: typeof part.value === 'number' ? rounded(part.value, 2) : part.value,
				state: part.state,
				note: part.note,
				points: orNull(part.won),
				possible: part.possible,
				observedOn: part.observedOn,
				source: part.source
			}))
		),
		use: useJson(placement),
		...carriedByJson(carriedBy)
	};
}
