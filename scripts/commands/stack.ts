import { readFileSync } from 'node:fs';
import { noEdition } from '#lib/radar/words/labels.ts';
import { READABLE } from '#lib/radar/stack/readable.ts';
import { stackText } from '#lib/radar/stack/stack-text.ts';
import { yourStack } from '#lib/radar/stack/your-stack.ts';
import { databasePath } from '#lib/server/db/database.ts';
import { packagesOf } from '#lib/server/read/packages.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, UsageError, type Command } from './command.ts';

export const stackCommand: Command = {
	name: 'stack',
	summary: 'Finds the projects of the radar in your manifests, lock files and SBOMs',
	help: `Usage: npm run radar -- stack FILE… [--edition ID] [--json]

Lists the projects of the radar that files name: those in hold first, with their verdicts and with what plays the
same part. Nothing leaves this machine.

  FILE              ${READABLE.replace('Cargo.toml, ', 'Cargo.toml,\n                    ').replace(', a Dockerfile', ',\n                    a Dockerfile').replace(', or an SBOM', ',\n                    or an SBOM')}
  --edition ID      YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --json            the same as JSON

Exit codes: 0 told; 2 usage, no database, no such edition, a file that cannot be read.`,
	run: (args, io) => {
		const { values, positionals } = readOptions({
			args,
			allowPositionals: true,
			options: { edition: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		if (positionals.length === 0) {
			throw new UsageError('Name a file: npm run radar -- stack package.json');
		}
		const site = new Site(databasePath(io.env));
		try {
			const edition = site.edition(values.edition ?? null);
			if (edition === null) throw new UsageError(noEdition(values.edition ?? null, null));
			const files = positionals.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
			const stack = yourStack(files, packagesOf(site, edition));
			io.out(values.json ? `${JSON.stringify(stack, null, '\t')}\n` : stackText(stack));
			for (const { file, line, message } of stack.problems) {
				io.err(`${file}${line === null ? '' : `:${line}`}: ${message}\n`);
			}
			return stack.problems.length > 0 ? 2 : 0;
		} finally {
			site.close();
		}
	}
};
