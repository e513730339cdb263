import { and, asc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { byName } from '#lib/radar/words/order.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { isYoungEnough } from '#lib/radar/observation/evidence.ts';
import { moveBetween, type Compared } from '#lib/radar/edition/moves/move.ts';
import type { ReachedRing } from '#lib/radar/edition/moves/through.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { blipOf, type Standing, type StandingFacts } from '#lib/radar/edition/standing.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, observation, placement, project, repository } from '#lib/server/db/schema.ts';
import { carriedByOn } from './organisations.ts';
import { editionBefore } from './editions.ts';

/** All projects of an edition, sorted by name. */
export function standingsOf(db: Database, shown: Edition, model: Model): Standing[] {
	const carriedByOf = carriedByOn(db, shown.date);
	return storedOf(db, shown, model, null)
		.map(({ key, homepage, ...stored }) => ({
			placement: stored.placed.detail,
			homepage,
			carriedBy: carriedByOf(key),
			blip: blipOf(stored, model)
		}))
		.sort((a, b) => byName(a.blip, b.blip));
}

/** Of these ids, those that an edition has, in any order. */
export const comparedOf = (
	db: Database,
	shown: Edition,
	model: Model,
	ids: readonly string[]
): Compared[] =>
	ids.length === 0
		? []
		: storedOf(db, shown, model, ids).map((stored) => ({
				placement: stored.placed.detail,
				blip: blipOf(stored, model)
			}));

/** Rings of all projects of an edition, in any order. */
export const ringsOf = (db: Database, { id, modelVersion: version }: Edition): ReachedRing[] =>
	db
		.select({ id: placement.projectId, ring: placement.ring, movement: placement.movement })
		.from(placement)
		.where(and(eq(placement.editionId, id), eq(placement.modelVersion, version)))
		.all();

/** `ids` null: all. */
function storedOf(db: Database, shown: Edition, model: Model, ids: readonly string[] | null) {
	const { id, modelVersion: version } = shown;
	const rows = db
		.select({
			member: membership,
			placed: placement,
			project,
			repository: repository.nameWithOwner,
			key: repository.key
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
		.where(
			and(
				eq(membership.editionId, id),
				ids === null ? undefined : inArray(membership.projectId, [...ids])
			)
		)
		.all();
	const repositories = rows.flatMap(({ project: { repositoryId } }) => repositoryId ?? []);
	const facts = newestFacts(db, shown, model, ids === null ? null : repositories);
	const byData = movedByData(db, shown, model, rows);
	return rows.map(({ project: known, ...row }) => ({
		...row,
		project: known,
		homepage: known.homepage,
		facts: (known.repositoryId === null ? null : facts.get(known.repositoryId)) ?? {},
		...(byData.get(known.id) ?? NOT_BY_DATA)
	}));
}

/** Which data alone moved a project. */
interface MovedByData {
	lacksData: boolean;
	newlyMeasured: boolean;
}
const NOT_BY_DATA: MovedByData = { lacksData: false, newlyMeasured: false };

/** By project id, of those that changed their ring since the edition before. */
function movedByData(
	db: Database,
	{ date, modelVersion }: Edition,
	model: Model,
	rows: readonly { placed: typeof placement.$inferSelect }[]
): Map<string, MovedByData> {
	const moved = rows
		.map(({ placed }) => placed)
		.filter(({ movement }) => movement === 'in' || movement === 'out');
	const last = editionBefore(db, { date });
	if (last === null || moved.length === 0) return new Map();
	const before = db
		.select({ id: placement.projectId, detail: placement.detail })
		.from(placement)
		.where(
			and(
				eq(placement.editionId, last),
				eq(placement.modelVersion, modelVersion),
				inArray(
					placement.projectId,
					moved.map(({ projectId }) => projectId)
				)
			)
		)
		.all();
	const then = new Map(before.map(({ id, detail }) => [id, detail]));
	const cutOffs = cutOffsOf(model);
	return new Map(
		moved.flatMap(({ projectId, editionId: id, detail }) => {
			const was = then.get(projectId);
			const move = was && moveBetween(was, detail, { edition: { id }, cutOffs });
			const lacksData = move?.lacksData === true;
			const newlyMeasured = move?.newlyMeasured !== undefined;
			return lacksData || newlyMeasured ? [[projectId, { lacksData, newlyMeasured }]] : [];
		})
	);
}

/** As `isKnownOn`. */
const isKnownThen = (day: Day, learntUntil: Day | null) =>
	and(
		lte(observation.observedOn, day),
		or(lte(observation.learntOn, day), lte(observation.learntOn, learntUntil ?? ''))
	);

const valueOf = <T>(field: keyof StandingFacts) =>
	sql<T | null>`json_extract(${observation.values}, ${`$.${field}`})`;

/**
 * Newest licence, languages and stars by repository; `repositories` null: of all. Stars too old for scoring are left
 * out. SQLite takes them out of the values: most observations have none of them.
 */
function newestFacts(
	db: Database,
	shown: Pick<Edition, 'date' | 'kind'>,
	model: Model,
	repositories: readonly number[] | null
): Map<number, StandingFacts> {
	const values = {
		license: valueOf<string>('license'),
		languages: valueOf<string>('languages'),
		stars: valueOf<number>('stars')
	};
	const rows = db
		.select({
			repositoryId: observation.repositoryId,
			observedOn: observation.observedOn,
			...values
		})
		.from(observation)
		.where(
			and(
				isKnownThen(shown.date, model.learnt_until),
				repositories === null ? undefined : inArray(observation.repositoryId, [...repositories]),
				or(...Object.values(values).map(isNotNull))
			)
		)
		.orderBy(asc(observation.observedOn), asc(observation.sourceId), asc(observation.learntOn))
		.all();
	const newest = new Map<number, StandingFacts & { starsOn?: Day }>();
	for (const { repositoryId, observedOn, license, languages, stars } of rows) {
		const known = newest.get(repositoryId) ?? {};
		if (license !== null) known.license = license;
		if (languages !== null) known.languages = JSON.parse(languages) as StandingFacts['languages'];
		if (stars !== null) Object.assign(known, { stars, starsOn: observedOn });
		newest.set(repositoryId, known);
	}
	for (const known of newest.values()) {
		const { starsOn } = known;
		if (starsOn !== undefined && !isYoungEnough('stars', starsOn, shown, model.carry_over)) {
			delete known.stars;
		}
	}
	return newest;
}
