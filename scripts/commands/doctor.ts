import { join, resolve } from 'node:path';
import { plural } from '#lib/radar/words/numbers.ts';
import type { Check } from '#lib/server/doctor/check.ts';
import { githubChecks } from '#lib/server/doctor/github-checks.ts';
import { dataFolderCheck, diskCheck, gitCheck } from '#lib/server/doctor/machine-checks.ts';
import {
	feedsCheck,
	landscapeCheck,
	languageModelCheck
} from '#lib/server/doctor/service-checks.ts';
import { useChecks } from '#lib/server/doctor/use-checks.ts';
import { USE_SOURCES, useAddresses } from '#lib/server/crawl/use/use-sources.ts';
import { GITHUB_API } from '#lib/server/sources/github/client/client.ts';
import { readOptions, type Command } from './command.ts';

export const doctorCommand: Command = {
	name: 'doctor',
	summary: 'Checks what a crawl needs, and says what to do',
	help: `Usage: npm run radar -- doctor [--landscape SOURCE] [--data FOLDER] [--json]

Checks git, disk, data folder, GitHub, token, limits, clock and landscape, and what is optional. Stores nothing; asks
GitHub nothing that counts against its limits. Reads the same variables as the crawl, and shows no token.

  --landscape SOURCE  address or file of the landscape (default: LANDSCAPE_URL, or landscape.url of radar.yml)
  --data FOLDER       the data folder (default: data)
  --json              the checks as JSON

Exit codes: 0 a crawl can run, warnings included; 1 a check failed; 2 usage.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				landscape: { type: 'string' },
				data: { type: 'string', default: 'data' },
				json: { type: 'boolean', default: false }
			}
		});
		const { env } = io;
		const addresses = useAddresses(env);
		const { check, data } = dataFolderCheck(values.data);
		const checks = [
			gitCheck(),
			diskCheck(resolve(env.HISTORY_CACHE || join('.cache', 'histories'))),
			check,
			...(await githubChecks({
				api: (env.GITHUB_API_URL || GITHUB_API).replace(/\/+$/, ''),
				server: (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
				token: env.GITHUB_TOKEN?.trim() || null,
				now: Date.now
			})),
			await landscapeCheck(values.landscape ?? (env.LANDSCAPE_URL || null), data),
			...feedsCheck(data),
			...(await useChecks(
				data,
				USE_SOURCES.map(({ id, variable }) => ({
					id,
					variable,
					address: addresses.get(id) ?? null
				}))
			)),
			await languageModelCheck(env)
		];
		io.out(values.json ? `${JSON.stringify(checks, null, '\t')}\n` : checksText(checks));
		return checks.some(({ state }) => state === 'fail') ? 1 : 0;
	}
};

function checksText(checks: readonly Check[]): string {
	const lines = checks.flatMap(({ name, state, found, advice }) => [
		`${state.padEnd(5)} ${name}: ${found}`,
		...(advice === null ? [] : [`      ${advice}`])
	]);
	const count = (wanted: Check['state']) => checks.filter(({ state }) => state === wanted).length;
	const end = `${plural(count('fail'), 'failure')}, ${plural(count('warn'), 'warning')}.`;
	return [...lines, '', end, ''].join('\n');
}
