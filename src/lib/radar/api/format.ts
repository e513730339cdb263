import type { z } from 'zod';
import type { EditionDifference } from '#lib/radar/edition/moves/difference.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { History } from '#lib/radar/chart/history.ts';
import type { FigureTheme } from '#lib/radar/chart/paint.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { WhatIfProject } from '#lib/radar/explore/what-if.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import type { ShownCandidate } from '#lib/radar/edition/candidate-list.ts';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { PackageList } from '#lib/radar/stack/package-list.ts';
import type { About } from './documents/about.ts';
import type { Methodology } from './documents/methodology.ts';
import type { ShownProject } from './shown-project.ts';

/** One of the forms in which the radar's data leaves it: an address and a `--format`. */
export interface Format {
	/** Address below the site's root; `{id}`: of an edition, a project or a category. */
	path: string;
	/** Media type. */
	type: string;
	/** For the command line's list: a few words. */
	summary: string;
	/** For the page of data: sentences. */
	description: string;
	/**
	 * `view`: takes what the radar's address takes. `edition`: one by its address, whole. `project`: one,
	 * as of an edition. `category`: one. `of-edition`: takes an edition. `pair`: takes two. `all`: the same for
	 * every request.
	 */
	scope: 'view' | 'edition' | 'project' | 'category' | 'of-edition' | 'pair' | 'all';
	/** Parameters beside those of the scope. */
	takes?: readonly ExtraParameter[];
	/** Passes over parameters that it does not know, as pages do: addresses of others hold it. */
	forgives?: true;
	/** File name; present where a browser should save instead of show. */
	download?: string;
	/** Contract of a JSON document. */
	schema?: z.ZodType;
	/** @throws {NotFoundError} for an unknown edition or project. */
	make: (of: Materials) => Made | Promise<Made>;
}

/** Parameters that single formats take. */
export type ExtraParameter = 'theme' | 'as' | 'kind' | 'category' | 'home';

export type Made = string | Uint8Array<ArrayBuffer>;

/** What formats are made of; each is read when it is called. All throw {@link NotFoundError}. */
export interface Materials {
	/** What a document begins with. */
	about: () => About;
	source: () => ExportSource;
	page: () => EditionPage;
	standings: () => EditionStandings;
	whatIf: () => WhatIfProject[];
	guide: () => Guide;
	project: () => ProjectPage;
	/** Of whatever edition. */
	category: () => { id: string; name: string };
	/** Shows a departed project as of its last edition, unless an edition was asked for. */
	card: () => Promise<ProjectCardData>;
	history: () => History;
	defects: () => readonly StoredDefect[];
	candidates: () => readonly ShownCandidate[];
	packages: () => PackageList;
	/** Of the editions that `from` and `to` name, or of the newest and the one before. */
	changes: () => EditionDifference;
	methodology: () => Methodology;
	/** As asked for; checked. */
	params: URLSearchParams;
	theme: FigureTheme;
	/** For JSON; empty is shortest. */
	indent: string;
	draw: Draw;
}

type ProjectCardData = { edition: EditionPage } & Pick<ShownProject, 'project' | 'gone'>;

/** Made of Svelte components, which this room cannot import. */
export interface Drawing {
	radarSvg: (source: ExportSource, theme: FigureTheme) => string;
	radarCardSvg: (source: ExportSource) => string;
	projectCardSvg: (card: ProjectCardData) => string;
	pngOf: (svg: string) => Promise<Uint8Array<ArrayBuffer>>;
}

export type Draw = (make: (drawing: Drawing) => Made | Promise<Made>) => Promise<Made>;

/** The edition or the project that was asked for does not exist. */
export class NotFoundError extends Error {
	override name = 'NotFoundError';
}

/** Columns `type` and `make` of a JSON format. */
export const json = (of: (materials: Materials) => unknown) => ({
	type: 'application/json; charset=utf-8',
	make: (materials: Materials) => JSON.stringify(of(materials), null, materials.indent)
});

/** Columns `type` and `make` of a picture in pixels. */
export const png = (
	svgOf: (drawing: Drawing, materials: Materials) => string | Promise<string>
) => ({
	type: 'image/png',
	make: (materials: Materials) =>
		materials.draw(async (drawing) => drawing.pngOf(await svgOf(drawing, materials)))
});
