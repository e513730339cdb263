import { asc } from 'drizzle-orm';
import type { FiledPlace } from '#lib/radar/landscape/landscape-order.ts';
import type { Database } from '#lib/server/db/database.ts';
import { landscapePlace } from '#lib/server/db/schema.ts';

/** Every place of every project in today's landscape, in its order. */
export const landscapePlaces = (db: Database): FiledPlace[] =>
	db
		.select({
			category: landscapePlace.category,
			subcategory: landscapePlace.subcategory,
			project: landscapePlace.projectId
		})
		.from(landscapePlace)
		.orderBy(asc(landscapePlace.position))
		.all();
