import { and, asc, desc, eq, lt, lte } from 'drizzle-orm';
import { isYoungEnough } from '#lib/radar/evidence.ts';
import type { EditionView } from '#lib/radar/page-data.ts';
import type { Edition } from '#lib/radar/placement.ts';
import { licenseClass } from '#lib/radar/license.ts';
import type { ObservedValues } from '#lib/radar/observation.ts';
import type { Model, Settings } from '#lib/radar/settings.ts';
import { shownScore } from '#lib/radar/shown-score.ts';
import type { Standing } from '#lib/radar/standing.ts';
import type { Database } from './db/database.ts';
import {
	edition,
	membership,
	modelVersion,
	observation,
	placement,
	project,
	repository
} from './db/schema.ts';

/** All editions, oldest first. */
export const listEditions = (db: Database): Edition[] =>
	db
		.select({
			id: edition.id,
			date: edition.date,
			kind: edition.kind,
			modelVersion: edition.modelVersion
		})
		.from(edition)
		.orderBy(asc(edition.date))
		.all();

/**
 * An edition by its id, the newest for null, as it is published or, with `model`, as that version placed it; null when
 * there is none.
 */
export function findEdition(
	db: Database,
	id: string | null,
	model: string | null = null
): Edition | null {
	const editions = listEditions(db);
	const found = id === null ? editions.at(-1) : editions.find((edition) => edition.id === id);
	if (found === undefined || model === null || model === found.modelVersion) return found ?? null;
	const placed = db
		.select({ version: placement.modelVersion })
		.from(placement)
		.where(and(eq(placement.editionId, found.id), eq(placement.modelVersion, model)))
		.limit(1)
		.get();
	return placed === undefined ? null : { ...found, modelVersion: model };
}

/** The settings under which an edition is published. */
export function settingsOf(
	db: Database,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>
): Settings {
	const row = db.select().from(modelVersion).where(eq(modelVersion.version, version)).get();
	if (row === undefined) throw new Error(`The model ${version} does not stand in the database.`);
	return row.settings;
}

/** Every project of an edition under the model that it names, sorted by name. */
export function standingsOf(db: Database, shown: Edition, model: Model): Standing[] {
	const { id, modelVersion: version } = shown;
	const rows = db
		.select({
			member: membership,
			placed: placement,
			project,
			repository: repository.nameWithOwner
		})
		.from(membership)
		.innerJoin(
			placement,
			and(
				eq(placement.editionId, membership.editionId),
				eq(placement.projectId, membership.projectId),
				eq(placement.modelVersion, version)
			)
		)
		.innerJoin(project, eq(project.id, membership.projectId))
		.leftJoin(repository, eq(repository.id, project.repositoryId))
		.where(eq(membership.editionId, id))
		.all();
	const facts = newestFacts(db, shown, model);
	return rows
		.map(({ member, placed, project: known, repository: nameWithOwner }): Standing => {
			const { detail } = placed;
			const seen = known.repositoryId === null ? undefined : facts.get(known.repositoryId);
			return {
				placement: detail,
				homepage: known.homepage,
				blip: {
					id: known.id,
					name: known.name,
					repository: nameWithOwner,
					category: member.category,
					subcategory: member.subcategory,
					paths: member.paths,
					ring: placed.ring,
					score: placed.score === null ? null : shownScore(placed.score),
					movement: placed.movement,
					previousRing: detail.previousRing,
					confidence: detail.confidence.level,
					notRated: placed.notRated,
					x: placed.x,
					y: placed.y,
					maturity: member.maturity,
					license: seen?.license ?? null,
					licenseClass: licenseClass(seen?.license ?? null),
					language: seen?.languages?.[0]?.[0] ?? null,
					stars: seen?.stars ?? null,
					trend: detail.momentum.trend,
					archived: detail.gates.some(({ id: gate }) => gate === 'G1'),
					borderline:
						detail.stability !== null && detail.stability < model.stability.borderline_below
				}
			};
		})
		.sort(
			(a, b) =>
				a.blip.name.localeCompare(b.blip.name, 'en', { sensitivity: 'base' }) ||
				(a.blip.id < b.blip.id ? -1 : 1)
		);
}

type NewestFacts = Pick<ObservedValues, 'license' | 'languages' | 'stars'>;

/**
 * The newest known licence, languages and stars of every repository on an edition's day. Stars that are too old for the
 * score are unknown everywhere: a count without its age would be taken for today's. Licence and language change seldom
 * and say nothing about when.
 */
function newestFacts(
	db: Database,
	shown: Pick<Edition, 'date' | 'kind'>,
	{ carry_over }: Model
): Map<number, NewestFacts> {
	const rows = db
		.select({
			repositoryId: observation.repositoryId,
			observedOn: observation.observedOn,
			values: observation.values
		})
		.from(observation)
		.where(lte(observation.observedOn, shown.date))
		.orderBy(asc(observation.observedOn), asc(observation.sourceId))
		.all();
	const facts = new Map<number, NewestFacts>();
	for (const { repositoryId, observedOn, values } of rows) {
		const known = facts.get(repositoryId) ?? {};
		if (values.license !== undefined) known.license = values.license;
		if (values.languages !== undefined) known.languages = values.languages;
		if (values.stars !== undefined && isYoungEnough('stars', observedOn, shown, carry_over)) {
			known.stars = values.stars;
		}
		facts.set(repositoryId, known);
	}
	return facts;
}

/** Everything the radar page needs of one edition. */
export function editionView(db: Database, shown: Edition, settings: Settings): EditionView {
	const standings = standingsOf(db, shown, settings.model);
	const blips = standings.map(({ blip }) => blip);
	const radius = db
		.select({ r: edition.blipRadius })
		.from(edition)
		.where(eq(edition.id, shown.id))
		.get();
	return {
		title: settings.title,
		notice: settings.site.notice,
		edition: shown,
		editions: listEditions(db).map(({ id, date, kind }) => ({ id, date, kind })),
		rings: settings.rings,
		segments: settings.categories.map((category) => ({
			...category,
			subcategories: [
				...new Set(
					blips.filter((blip) => blip.category === category.name).map((blip) => blip.subcategory)
				)
			].sort()
		})),
		blipRadius: radius?.r ?? 0,
		blips,
		left: leftSince(db, shown)
	};
}

/** Projects of the edition before that stand in this one no more, sorted by name. */
export function leftSince(db: Database, shown: Edition): EditionView['left'] {
	const before = db
		.select({ id: edition.id })
		.from(edition)
		.where(lt(edition.date, shown.date))
		.orderBy(desc(edition.date))
		.get();
	if (before === undefined) return [];
	const here = new Set(
		db
			.select({ id: membership.projectId })
			.from(membership)
			.where(eq(membership.editionId, shown.id))
			.all()
			.map(({ id }) => id)
	);
	return db
		.select({ id: project.id, name: project.name, previousRing: placement.ring })
		.from(placement)
		.innerJoin(project, eq(project.id, placement.projectId))
		.where(and(eq(placement.editionId, before.id), eq(placement.modelVersion, shown.modelVersion)))
		.orderBy(asc(project.name))
		.all()
		.filter(({ id }) => !here.has(id));
}
