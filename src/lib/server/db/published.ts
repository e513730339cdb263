import { and, eq } from 'drizzle-orm';
import { edition, membership, placement } from './schema.ts';

/** Joins an edition to its placements under the model by which it is published. */
export const isPublished = and(
	eq(edition.id, placement.editionId),
	eq(edition.modelVersion, placement.modelVersion)
);

/** Joins a placement to where its project is filed in the same edition. */
export const isFiledThere = and(
	eq(membership.editionId, placement.editionId),
	eq(membership.projectId, placement.projectId)
);
