import { and, asc, desc, eq, inArray, lt, lte, or } from 'drizzle-orm';
import { byName } from '#lib/radar/words/by-name.ts';
import { isYoungEnough } from '#lib/radar/observation/evidence.ts';
import { movedForLackOfData } from '#lib/radar/edition/moves/moved-for-lack-of-data.ts';
import { licenseClass } from '#lib/radar/observation/license.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { shownScore } from '#lib/radar/words/score-text.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Database } from '#lib/server/db/database.ts';
import { carriedByOn } from './carried-by.ts';
import {
	edition,
	membership,
	observation,
	placement,
	project,
	repository
} from '#lib/server/db/schema.ts';

/** All projects of an edition, sorted by name. */
export function standingsOf(db: Database, shown: Edition, model: Model): Standing[] {
	const { id, modelVersion: version } = shown;
	const rows = db
		.select({
			member: membership,
			placed: placement,
			project,
			repository: repository.nameWithOwner,
			repositoryKey: repository.key
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
	const lacking = movedForData(db, shown, model, rows);
	const carriedByOf = carriedByOn(db, shown.date);
	return rows
		.map(
			({
				member,
				placed,
				project: known,
				repository: nameWithOwner,
				repositoryKey: key
			}): Standing => {
				const { detail } = placed;
				const seen = known.repositoryId === null ? undefined : facts.get(known.repositoryId);
				return {
					placement: detail,
					homepage: known.homepage,
					carriedBy: carriedByOf(key),
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
						lacksData: lacking.has(known.id),
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
						archived: detail.gates.some(({ id: gate }) => gate === 'archived'),
						borderline:
							detail.stability !== null && detail.stability < model.stability.borderline_below
					}
				};
			}
		)
		.sort((a, b) => byName(a.blip, b.blip));
}

/** Ids of projects that moved out only for lack of data. */
function movedForData(
	db: Database,
	{ date, modelVersion }: Edition,
	model: Model,
	rows: readonly { placed: typeof placement.$inferSelect }[]
): Set<string> {
	const out = rows.filter(({ placed }) => placed.movement === 'out').map(({ placed }) => placed);
	const last = db
		.select({ id: edition.id })
		.from(edition)
		.where(lt(edition.date, date))
		.orderBy(desc(edition.date))
		.limit(1)
		.get();
	if (last === undefined || out.length === 0) return new Set();
	const before = db
		.select({ id: placement.projectId, detail: placement.detail })
		.from(placement)
		.where(
			and(
				eq(placement.editionId, last.id),
				eq(placement.modelVersion, modelVersion),
				inArray(
					placement.projectId,
					out.map(({ projectId }) => projectId)
				)
			)
		)
		.all();
	const then = new Map(before.map(({ id, detail }) => [id, detail]));
	const cutOffs = cutOffsOf(model);
	return new Set(
		out
			.filter(({ projectId, detail }) => {
				const was = then.get(projectId);
				return was !== undefined && movedForLackOfData(was, detail, cutOffs);
			})
			.map(({ projectId }) => projectId)
	);
}

/** As `isKnownOn`. */
const isKnownThen = (day: Day, learntUntil: Day | null) =>
	and(
		lte(observation.observedOn, day),
		or(lte(observation.learntOn, day), lte(observation.learntOn, learntUntil ?? ''))
	);

type NewestFacts = Pick<ObservedValues, 'license' | 'languages' | 'stars'>;

/** Newest licence, languages and stars by repository. Stars too old for scoring are left out. */
function newestFacts(
	db: Database,
	shown: Pick<Edition, 'date' | 'kind'>,
	model: Model
): Map<number, NewestFacts> {
	const rows = db
		.select({
			repositoryId: observation.repositoryId,
			observedOn: observation.observedOn,
			values: observation.values
		})
		.from(observation)
		.where(isKnownThen(shown.date, model.learnt_until))
		.orderBy(asc(observation.observedOn), asc(observation.sourceId), asc(observation.learntOn))
		.all();
	const facts = new Map<number, NewestFacts>();
	for (const { repositoryId, observedOn, values } of rows) {
		const known = facts.get(repositoryId) ?? {};
		if (values.license !== undefined) known.license = values.license;
		if (values.languages !== undefined) known.languages = values.languages;
		if (values.stars !== undefined && isYoungEnough('stars', observedOn, shown, model.carry_over)) {
			known.stars = values.stars;
		}
		facts.set(repositoryId, known);
	}
	return facts;
}
