import type { Overrides } from './overrides.ts';
import { repositoryKey } from './repository-address.ts';

/**
 * The repository that stands for a project: its correction in `data/overrides.yml`, else the one that is filed.
 * A correction says what to measure; it never makes two projects one. Null when there is none.
 */
export const measuredRepository = (
	overrides: Overrides,
	member: { name: string; repository: string | null }
): string | null => overrides.correction(member.name) ?? member.repository;

/** One key for all names that a repository ever had, as far as the renames are known. */
export const identityKey = (overrides: Overrides, nameWithOwner: string): string =>
	repositoryKey(overrides.currentName(nameWithOwner));
