import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import { whatIfProject, type WhatIfProject } from '#lib/radar/explore/what-if.ts';
import type { Site } from './site.ts';

export const editionStandings = (site: Site, edition: Edition): EditionStandings => {
	const { model } = site.settings(edition);
	return {
		edition,
		standings: site.standings(edition),
		cutOffs: cutOffsOf(model),
		dimensions: model.dimensions,
		sources: Object.fromEntries(
			site.sources().map(({ id, name, url, kind }) => [id, { name, url, kind }])
		)
	};
};

/** Rated projects with only the data that trying other weights needs. */
export const whatIfProjects = (site: Site, edition: Edition): WhatIfProject[] =>
	site.standings(edition).flatMap(({ blip, placement }) => whatIfProject(blip, placement) ?? []);
