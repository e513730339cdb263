import type { Blip, Placement } from '#lib/radar/model/placement.ts';
import type { UsePart } from '#lib/radar/model/use-share.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';

/** Projects of the group by the repository that uses this one, as its manifest was read. */
export type UserNames = Readonly<Record<string, { id: string; name: string }>>;

/** Kinds of evidence of use; empty under a model without them. */
export const useParts = ({ dimensions }: Pick<Placement, 'dimensions'>): UsePart[] =>
	dimensions.flatMap(({ metrics }) => metrics.flatMap(({ kinds }) => kinds ?? []));

export function userNames(
	parts: readonly UsePart[],
	blips: readonly Pick<Blip, 'id' | 'name' | 'repository'>[]
): UserNames {
	const byKey = new Map(
		blips.flatMap(({ id, name, repository }) =>
			repository === null ? [] : [[repositoryKey(repository), { id, name }] as const]
		)
	);
	return Object.fromEntries(
		parts.flatMap((part) =>
			part.state !== 'observed'
				? []
				: part.usedBy.flatMap(({ repository }) => {
						const found = byKey.get(repositoryKey(repository));
						return found === undefined ? [] : [[repository, found] as const];
					})
		)
	);
}
