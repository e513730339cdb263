import { join, resolve } from 'node:path';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { ClockWrong } from '#lib/server/crawl/nights/night-clock.ts';
import { CrawlBusy } from '#lib/server/crawl/runs.ts';
import { useAddresses } from '#lib/server/crawl/use/use-sources.ts';
import { crawlNight } from '#lib/server/crawl/crawl.ts';
import type { CrawlOptions } from '#lib/server/crawl/options.ts';
import type { CrawlReport } from '#lib/server/crawl/report.ts';
import { databasePath, openForWriting } from '#lib/server/db/database.ts';
import { gitVersion, GitMissing } from '#lib/server/sources/git/program/version.ts';
import { createGitHubClient, GITHUB_API } from '#lib/server/sources/github/client/client.ts';
import { GitHubFault } from '#lib/server/sources/github/client/fault.ts';
import { readFolderSettings } from '#lib/server/data/data-folder.ts';
import { LandscapeUnavailable } from '#lib/server/sources/landscape/landscape-source.ts';
import type { Log } from '#lib/server/sources/source.ts';
import { readOptions, UsageError, type Command, type Io } from './command.ts';
import { crawlProgressLine } from './output/crawl-progress.ts';
import { crawlSummary } from './output/crawl-report.ts';
import { showProgress } from './output/progress.ts';
import { reportUnusable } from './output/skipped.ts';

const EXIT: Record<CrawlReport['outcome'], number> = {
	published: 0,
	'already-published': 0,
	stored: 0,
	planned: 0,
	'not-published': 1,
	paused: 3
};

/** Repositories per line of a plain log. */
const MILESTONE = 50;

export const crawlCommand: Command = {
	name: 'crawl',
	summary: 'Observes every project at GitHub and publishes a new edition',
	help: `Usage: npm run crawl -- [options]

Fetches the landscape, the facts that GitHub tells of every project in scope, and their histories by git (2.32 or
newer); stores and scores them, and publishes the night's edition: in the database and in the data folder.
Interrupted, it goes on when it is run again.

  --landscape SOURCE  address or file of the landscape (default: LANDSCAPE_URL, or landscape.url of radar.yml)
  --data FOLDER       the data folder (default: data)
  --only OWNER/NAME   only this repository; stores, publishes nothing unless it was the last to do
  --limit N           at most N repositories, the stalest first; as above
  --since DAY         leaves out what was observed on or after DAY
  --dry-run           says what would be asked; stores nothing, asks GitHub nothing
  --accept-loss NAME  publishes though the landscape lost the category NAME, or so many projects, repositories
                      or maturities, or GitHub so many repositories (a number); may be given several times
  --json              the summary as JSON
  --quiet             no progress, no notes

GITHUB_TOKEN is the token: without one GitHub allows 60 requests an hour. GITHUB_API_URL says where the
API is, GITHUB_SERVER_URL where the repositories are (default: https://github.com). HISTORY_CACHE is the folder of the
histories (default: .cache/histories); it can be deleted at any time, and is cloned anew.

Who uses the projects is asked at the sources of data/sources.yml, each at its own address: CLICKPY_URL, TOP_PYPI_URL,
DEPS_DEV_URL; NPM_DOWNLOADS_URL, NPM_REGISTRY_URL and DOCKER_HUB_URL have no default; off asks none. One that fails makes its figures older, and stops nothing.

Exit codes: 0 published, or nothing to publish; 1 not published; 2 usage, settings, token, git, clock or
storage;
3 paused at the rate limit or stopped: run it again to go on.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				landscape: { type: 'string' },
				data: { type: 'string', default: 'data' },
				only: { type: 'string' },
				limit: { type: 'string' },
				since: { type: 'string' },
				'accept-loss': { type: 'string', multiple: true, default: [] },
				'dry-run': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				quiet: { type: 'boolean', default: false }
			}
		});
		const limit = values.limit === undefined ? undefined : Number(values.limit);
		if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
			throw new UsageError('--limit wants a whole number above 0.');
		}
		if (values.since !== undefined && !daySchema.safeParse(values.since).success) {
			throw new UsageError('--since wants a day, YYYY-MM-DD.');
		}
		const { env } = io;
		try {
			if (!values['dry-run']) gitVersion();
		} catch (error) {
			if (!(error instanceof GitMissing)) throw error;
			io.err(`${error.message}\n`);
			return 2;
		}
		const progress = showProgress(io);
		const log: Log = (_level, message) => {
			if (!values.quiet) progress.done(message);
		};
		const client = createGitHubClient({
			token: env.GITHUB_TOKEN ?? null,
			baseUrl: env.GITHUB_API_URL || GITHUB_API,
			atLimit: 'pause',
			log
		});
		const stop = new AbortController();
		const onSignal = () => {
			io.err('Stopping after the request in flight.\n');
			stop.abort();
		};
		process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
		const db = openForWriting(databasePath(env));
		try {
			const report = await crawlNight({
				db,
				folder: values.data,
				landscape:
					values.landscape ?? (env.LANDSCAPE_URL || readFolderSettings(values.data).landscape.url),
				client,
				history: historyOptions(env),
				acceptLoss: values['accept-loss'],
				useAddresses: useAddresses(env),
				now: Date.now,
				log,
				signal: stop.signal,
				dryRun: values['dry-run'],
				...(values.only !== undefined && { only: values.only }),
				...(limit !== undefined && { limit }),
				...(values.since !== undefined && { since: values.since }),
				onProgress: (at) => {
					if (values.quiet) return;
					const tell = at.done % MILESTONE === 0 ? progress.milestone : progress.step;
					tell(crawlProgressLine(at));
				}
			});
			if (!values.quiet && io.isTerminal) progress.done('');
			if (!values.quiet) reportUnusable(io, report);
			io.out(`${values.json ? JSON.stringify(report, null, '\t') : crawlSummary(report)}\n`);
			return EXIT[report.outcome];
		} catch (error) {
			const known =
				error instanceof CrawlBusy ||
				error instanceof ClockWrong ||
				error instanceof LandscapeUnavailable ||
				error instanceof GitHubFault;
			if (!known) throw error;
			io.err(`${error.message}\n`);
			if (error instanceof GitHubFault && error.kind === 'unauthorised') {
				io.err('The token in GITHUB_TOKEN is wrong or has expired: give another one, or none.\n');
				return 2;
			}
			return error instanceof CrawlBusy || error instanceof ClockWrong ? 2 : 1;
		} finally {
			process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
			db.$client.close();
		}
	}
};

/** Where histories are and are kept. Plain http is for servers on this machine only. */
function historyOptions(env: Io['env']): CrawlOptions['history'] {
	const base = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
	const isLocal = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(base);
	return {
		base,
		cache: resolve(env.HISTORY_CACHE || join('.cache', 'histories')),
		token: env.GITHUB_TOKEN?.trim() || null,
		tokenFor: `${base}/`,
		about: 'https://github.com/cnai-radar/cnai-radar',
		protocols: isLocal ? ['https', 'http'] : ['https']
	};
}
