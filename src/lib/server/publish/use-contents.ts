import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { contents, numbered, type Contents } from '#lib/server/db/contents.ts';
import {
	candidate,
	carriedByCount,
	organisation,
	packageEntry,
	useFigure,
	useReading
} from '#lib/server/db/schema.ts';

/** Rows about use, organisations and candidates. */
export function useContents(data: DataFolder): Contents[] {
	const keyOf = (repository: string) => identityKey(data.overrides, repository);
	return [
		contents(
			packageEntry,
			[packageEntry.repositoryKey],
			data.packages.projects.map((entry) => ({ repositoryKey: keyOf(entry.project), entry }))
		),
		contents(
			useFigure,
			[useFigure.id],
			numbered(
				data.use.map((figure) => ({
					repositoryKey: keyOf(figure.repository),
					kind: figure.kind,
					observedOn: figure.observedOn,
					figure
				}))
			)
		),
		contents(
			useReading,
			[useReading.sourceId],
			data.useReadings.map((reading) => ({ sourceId: reading.source, reading }))
		),
		contents(
			organisation,
			[organisation.id],
			data.organisations.all.map((one) => ({ id: one.id, organisation: one }))
		),
		contents(
			carriedByCount,
			[carriedByCount.id],
			numbered(
				data.carriedBy.map((count) => ({
					repositoryKey: keyOf(count.repository),
					until: count.to,
					count
				}))
			)
		),
		contents(
			candidate,
			[candidate.repositoryKey],
			data.candidates.map((one, position) => ({
				position,
				repositoryKey: keyOf(one.repository),
				candidate: one
			}))
		)
	];
}
