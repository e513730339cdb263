import { rmSync } from 'node:fs';
import { databasePath } from '#lib/server/db/database.ts';
import { publishFile } from '#lib/server/publish/publish-file.ts';
import { readOptions, UsageError, type Command } from './command.ts';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const publishCommand: Command = {
	name: 'publish',
	summary: 'Copies the database into a file for servers to read, and gzipped',
	help: `Usage: npm run radar -- publish --to FILE [--gzip-only]

Copies the database to FILE and FILE.gz: checked, on disk, and renamed into place, so that no server ever reads half a
file. Servers that read FILE (DATABASE_PATH), or fetch FILE.gz (DATABASE_URL), change over by themselves.

  --to FILE     the file for servers; not the database itself
  --gzip-only   leave only FILE.gz

Exit codes: 0 published; 2 usage, or a file that cannot be read or written. Then what was published before stays.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: { to: { type: 'string' }, 'gzip-only': { type: 'boolean' } }
		});
		if (!values.to) throw new UsageError('Say where to publish: --to FILE.');
		const { path, bytes, gzipBytes } = await publishFile(databasePath(io.env), values.to);
		if (values['gzip-only']) rmSync(path);
		io.out(`${path}: ${megabytes(bytes)}, ${megabytes(gzipBytes)} as ${path}.gz\n`);
		return 0;
	}
};
