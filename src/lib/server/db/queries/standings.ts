import { and, asc, eq, inArray, lte, or } from 'drizzle-orm';
import { byName } from '#lib/radar/words/order.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { isYoungEnough } from '#lib/radar/observation/evidence.ts';
import { moveBetween } from '#lib/radar/edition/moves/move.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { standingOf, type Standing, type StandingFacts } from '#lib/radar/edition/standing.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, observation, placement, project, repository } from '#lib/server/db/schema.ts';
import { carriedByOn } from './organisations.ts';
import { editionBefore } from './editions.ts';

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
	const byData = movedByData(db, shown, model, rows);
	const carriedByOf = carriedByOn(db, shown.date);
	return rows
		.map(({ member, placed, project: known, repository: nameWithOwner, repositoryKey: key }) =>
			standingOf(
				{
					...{ project: known, repository: nameWithOwner, member, placed },
					facts: (known.repositoryId === null ? null : facts.get(known.repositoryId)) ?? {},
					carriedBy: carriedByOf(key),
					...(byData.get(known.id) ?? NOT_BY_DATA)
				},
				model
			)
		)
		.sort((a, b) => byName(a.blip, b.blip));
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

/** Newest licence, languages and stars by repository. Stars too old for scoring are left out. */
function newestFacts(
	db: Database,
	shown: Pick<Edition, 'date' | 'kind'>,
	model: Model
): Map<number, StandingFacts> {
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
	const facts = new Map<number, StandingFacts>();
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
