import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { Blip, Placement } from '#lib/radar/model/placement.ts';
import type { UsePart } from '#lib/radar/model/use-share.ts';

/** Projects of the group by the repository that uses this one, as its manifest was read. */
export type UserNames = Readonly<Record<string, { id: string; name: string }>>;

/** Kinds of evidence of use; empty under a model without them. */
export const useParts = ({ dimensions }: Pick<Placement, 'dimensions'>): UsePart[] =>
	dimensions.flatMap(({ metrics }) => metrics.flatMap(({ kinds }) => kinds ?? []));

/** `projectOf`: a project's id by the key of its repository. Users that do not stand in the edition have no entry. */
export function userNames(
	parts: readonly UsePart[],
	projectOf: ReadonlyMap<string, string>,
	blips: readonly Pick<Blip, 'id' | 'name'>[]
): UserNames {
	const names = new Map(blips.map(({ id, name }) => [id, name]));
	return Object.fromEntries(
		parts.flatMap((part) =>
			part.state !== 'observed'
				? []
				: part.usedBy.flatMap(({ repository }) => {
						const id = projectOf.get(repositoryKey(repository));
						const name = id === undefined ? undefined : names.get(id);
						return id === undefined || name === undefined
							? []
							: [[repository, { id, name }] as const];
					})
		)
	);
}
