import { asc, desc, eq } from 'drizzle-orm';
import { candidateList, type ShownCandidate } from '#lib/radar/edition/candidate-list.ts';
import type { PeersRow } from '#lib/radar/observation/use.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	candidate,
	edition,
	membership,
	project,
	repository,
	useFigure
} from '#lib/server/db/schema.ts';

/** Candidates with their evidence; those that the newest edition holds by now are left out. */
export function candidatesOf(db: Database): ShownCandidate[] {
	const newest = db
		.select({ id: edition.id })
		.from(edition)
		.orderBy(desc(edition.date))
		.limit(1)
		.get();
	const members = db
		.select({ key: repository.key })
		.from(membership)
		.innerJoin(project, eq(project.id, membership.projectId))
		.innerJoin(repository, eq(repository.id, project.repositoryId))
		.where(eq(membership.editionId, newest?.id ?? ''))
		.all();
	const inGroup = new Set(members.map(({ key }) => key));
	const listed = db
		.select()
		.from(candidate)
		.orderBy(asc(candidate.position))
		.all()
		.filter(({ repositoryKey }) => !inGroup.has(repositoryKey));
	const peers = db
		.select({ figure: useFigure.figure })
		.from(useFigure)
		.where(eq(useFigure.kind, 'peers'))
		.all()
		.map(({ figure }) => figure)
		.filter((figure): figure is PeersRow => figure.kind === 'peers');
	return candidateList(
		listed.map((row) => row.candidate),
		peers
	);
}
