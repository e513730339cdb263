import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { packageList, type PackageList } from '#lib/radar/stack/package-list.ts';
import { packagesByProject } from '#lib/server/db/queries/use.ts';
import type { Site } from './site.ts';

/** The names of packages and the projects of an edition that they stand for. */
export const packagesOf = (site: Site, edition: Edition): PackageList =>
	packageList({
		edition,
		standings: site.standings(edition),
		cutOffs: cutOffsOf(site.settings(edition).model),
		packages: packagesByProject(site.db),
		guide: site.guide(edition)
	});
