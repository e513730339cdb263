import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/ring-bounds.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import { whatIfProject, type WhatIfProject } from '#lib/radar/explore/what-if.ts';
import type { Site } from './site.ts';

/** Every project of an edition with its whole placement, the bounds and curves of its model, and the sources that are cited. */
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

/** The rated projects of an edition, as far as trying out other weights asks for them. */
export const whatIfProjects = (site: Site, edition: Edition): WhatIfProject[] =>
	site.standings(edition).flatMap(({ blip, placement }) => whatIfProject(blip, placement) ?? []);
