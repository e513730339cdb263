import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NotFoundError, type Format } from '#lib/radar/api/format.ts';
import { FORMATS } from '#lib/radar/api/formats.ts';
import { aoeFiles, porscheFiles } from '#lib/radar/export/other-radars/aoe.ts';
import { themeFromParams } from '#lib/radar/export/pictures/figure-theme.ts';
import { askedFrom } from '#lib/radar/explore/asked.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { materialsOf } from '#lib/server/read/materials.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, siteAddress, UsageError, type Command } from './command.ts';
import { draw } from './output/drawing.ts';
import { writeOut } from './output/write-out.ts';

const SUMMARIES = new Map([
	...Object.entries(FORMATS).map(([id, { summary }]) => [id, summary] as const),
	['aoe-folder', 'the files for AOE, written into the folder that --out names'],
	['porsche-folder', 'the same for Porsche']
]);
const FOLDERS = new Map([
	['aoe-folder', aoeFiles],
	['porsche-folder', porscheFiles]
]);
const LIST = [...SUMMARIES]
	.map(([id, summary]) => `                    ${id.padEnd(12)} ${summary}`)
	.join('\n');

export const exportCommand: Command = {
	name: 'export',
	summary: 'Writes an edition in one of many formats',
	help: `Usage: npm run radar -- export [--format FORMAT] [--edition ID] [--model VERSION] [--view QUERY]
                               [--project ID] [--category ID] [--site URL] [--out FILE]

Writes an edition as the site serves it, to standard output or to a file.

  --format FORMAT   default: json
${LIST}
  --edition ID      YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --model VERSION   as a former version of the model placed it (default: the published one)
  --view QUERY      only what a view of the page shows: the part of its address after "?"
  --project ID      of whom, for what is about one project
  --category ID     likewise of a category, such as inference
  --site URL        where the site is published, for links to it (default: links lead to the repositories)
  --out FILE        the file to write

Exit codes: 0 written; 2 usage, no database, no such edition or project.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				format: { type: 'string', default: 'json' },
				edition: { type: 'string' },
				model: { type: 'string' },
				view: { type: 'string', default: '' },
				project: { type: 'string' },
				category: { type: 'string' },
				site: { type: 'string' },
				out: { type: 'string' }
			}
		});
		const { format: id, out, project = null, category = null } = values;
		if (!SUMMARIES.has(id)) {
			throw new UsageError(`There is no format "${id}". --format is one of:\n\n${LIST}`);
		}
		const format = new Map<string, Format>(Object.entries(FORMATS)).get(id);
		if (format?.scope === 'project' && project === null) {
			throw new UsageError('This format is about a project: --project ID.');
		}
		if (format?.scope === 'category' && category === null) {
			throw new UsageError('This format is about a category: --category ID.');
		}
		const params = new URLSearchParams(values.view);
		const view = askedFrom(params);
		const address = values.site === undefined ? null : siteAddress(values.site);
		const site = new Site(databasePath(io.env));
		try {
			const materials = materialsOf(site, {
				view: { ...view, edition: values.edition ?? view.edition },
				model: values.model ?? null,
				project,
				category,
				generatedAt: new Date().toISOString(),
				address,
				params,
				theme: themeFromParams(params),
				indent: '\t',
				draw
			});
			const filesOf = FOLDERS.get(id);
			if (filesOf !== undefined) writeFiles(filesOf(materials.source()), out);
			else if (format !== undefined) writeOut(io, await format.make(materials), out);
		} catch (error) {
			throw error instanceof NotFoundError ? new UsageError(error.message) : error;
		} finally {
			site.close();
		}
		return 0;
	}
};

/** @throws {UsageError} without a folder, or when it is not empty: old files would stay. */
function writeFiles(files: ReadonlyMap<string, string>, folder: string | undefined): void {
	if (folder === undefined) throw new UsageError('A folder of files needs --out FOLDER.');
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		throw new UsageError(
			`${folder} is not empty: name a new folder, so that nothing old stays in it.`
		);
	}
	for (const [path, text] of files) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
