import { existsSync } from 'node:fs';
import { DEFECT_FORMATS, formatDefects } from '#lib/radar/landscape/defect-report.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import { readDefects } from '#lib/server/data/data-folder.ts';
import { FolderFiles } from '#lib/server/data/folder.ts';
import { readOptions, UsageError, type Command } from './command.ts';
import { reportSkipped } from './output/skipped.ts';
import { writeOut } from './output/write-out.ts';

export const defectsCommand: Command = {
	name: 'defects',
	summary: 'Tells what is wrong in the landscape file',
	help: `Usage: npm run radar -- defects [--format table|csv|json|markdown] [--data FOLDER] [--out FILE]

Tells what the last crawl found wrong in the landscape file, with lines and suggested mends; as Markdown it is fit
for an issue upstream.

  --format FORMAT  table, csv, json or markdown (default: table)
  --data FOLDER    the data folder (default: data)
  --out FILE       the file to write (default: standard output)

Exit codes: 0 told; 2 usage, no such folder.`,
	run: (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				format: { type: 'string', default: 'table' },
				data: { type: 'string', default: 'data' },
				out: { type: 'string' }
			}
		});
		const format = DEFECT_FORMATS.find((name) => name === values.format);
		if (format === undefined) {
			throw new UsageError(`--format is one of ${DEFECT_FORMATS.join(', ')}.`);
		}
		if (!existsSync(values.data)) throw new UsageError(`There is no folder ${values.data}.`);
		const skipped: FaultPosition[] = [];
		const defects = readDefects(new FolderFiles(values.data), skipped);
		writeOut(io, formatDefects(defects, format), values.out);
		reportSkipped(io, skipped);
		return 0;
	}
};
