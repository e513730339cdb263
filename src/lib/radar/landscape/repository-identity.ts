import type { Overrides } from './overrides.ts';
import { repositoryKey } from './repository-address.ts';

/** The correction, else the filed repository. A correction never merges projects. */
export const measuredRepository = (
	overrides: Overrides,
	member: { name: string; repository: string | null }
): string | null => overrides.correction(member.name) ?? member.repository;

/** One key for all known names of a repository. */
export const identityKey = (overrides: Overrides, nameWithOwner: string): string =>
	repositoryKey(overrides.currentName(nameWithOwner));
