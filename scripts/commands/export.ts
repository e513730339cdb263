import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aoeFiles } from '#lib/radar/export/aoe.ts';
import { askedFrom } from '#lib/radar/explore/asked.ts';
import { noEdition } from '#lib/radar/words/words.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, siteAddress, UsageError, type Command } from './command.ts';
import { EXPORT_FILES } from './export-files.ts';
import { writeOut } from './write-out.ts';

const SAYS = new Map([
	...[...EXPORT_FILES].map(([id, { says }]) => [id, says] as const),
	['aoe-folder', 'the Markdown files, written into the folder that --out names']
]);
const LIST = [...SAYS]
	.map(([id, says]) => `                    ${id.padEnd(12)} ${says}`)
	.join('\n');

export const exportCommand: Command = {
	name: 'export',
	summary: 'Writes an edition in one of many formats',
	help: `Usage: npm run radar -- export [--format FORMAT] [--edition ID] [--model VERSION] [--view QUERY]
                               [--project ID] [--site URL] [--out FILE]

Writes an edition as the site serves it, to standard output or to a file.

  --format FORMAT   default: json
${LIST}
  --edition ID      YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --model VERSION   as a former version of the model placed it (default: the published one)
  --view QUERY      only what a view of the page shows: the part of its address after "?"
  --project ID      of whom, for what is about one project
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
				site: { type: 'string' },
				out: { type: 'string' }
			}
		});
		const { format, out } = values;
		if (!SAYS.has(format)) {
			throw new UsageError(`There is no format "${format}". --format is one of:\n\n${LIST}`);
		}
		const params = new URLSearchParams(values.view);
		const view = askedFrom(params);
		const edition = values.edition ?? view.edition;
		const model = values.model ?? null;
		const address = values.site === undefined ? null : siteAddress(values.site);
		const site = new Site(databasePath(io.env));
		try {
			const source = site.exportSource({
				view: { ...view, edition },
				model,
				generatedAt: new Date().toISOString(),
				address
			});
			const placed = site.edition(edition, model);
			if (source === null || placed === null) throw new UsageError(noEdition(edition, model));
			const file = EXPORT_FILES.get(format);
			if (file === undefined) writeFiles(aoeFiles(source), out);
			else {
				const { project } = values;
				const isAsked = edition !== null;
				writeOut(
					io,
					await file.make({ site, source, edition: placed, isAsked, params, project }),
					out
				);
			}
		} finally {
			site.close();
		}
		return 0;
	}
};

/** @throws {UsageError} without a folder, or when it is not empty: old files would stay. */
function writeFiles(files: ReadonlyMap<string, string>, folder: string | undefined): void {
	if (folder === undefined) throw new UsageError('--format aoe-folder needs --out FOLDER.');
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
