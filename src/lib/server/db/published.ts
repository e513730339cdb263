import { and, eq } from 'drizzle-orm';
import { edition, membership, placement } from './schema.ts';

/** Only placements under the published model. */
export const isPublished = and(
	eq(edition.id, placement.editionId),
	eq(edition.modelVersion, placement.modelVersion)
);

export const isFiledThere = and(
	eq(membership.editionId, placement.editionId),
	eq(membership.projectId, placement.projectId)
);
