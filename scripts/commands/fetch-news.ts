import { daySchema } from '#lib/radar/input/day-schema.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { newsNight } from '#lib/server/crawl/news/news-night.ts';
import { RELEASES, type NewsReport, type SummaryReport } from '#lib/server/crawl/news/options.ts';
import { readDataFolder, readFeedIds } from '#lib/server/data/data-folder.ts';
import { databasePath, openForReading, openForWriting } from '#lib/server/db/database.ts';
import { chatClient } from '#lib/server/language-model/chat-client.ts';
import { languageModelPlace } from '#lib/server/language-model/settings.ts';
import { createGitHubClient, GITHUB_API } from '#lib/server/sources/github/client/client.ts';
import { readOptions, UsageError, type Command } from './command.ts';
import { showProgress } from './output/progress.ts';

export const fetchNewsCommand: Command = {
	name: 'fetch-news',
	summary: 'Fetches news of the projects: their blogs and releases',
	help: `Usage: npm run news -- [options]

Reads the feeds of data/feeds.yml, and what releases say: with a token their notes at GitHub, else the release feed of
every repository. Links it to projects, and stores facts in data/news and the database. Run it after a crawl, or a seed.

  --data FOLDER   the data folder (default: data)
  --since DAY     leaves out what is older (default: 30 days ago)
  --source ID     only this feed of feeds.yml, or "${RELEASES}"
  --no-model      asks no language model
  --dry-run       fetches and tells, stores nothing; asks no language model
  --json          the report as JSON
  --quiet         no progress

GITHUB_TOKEN is the token. GITHUB_API_URL says where the API is.
RADAR_LLM_URL and RADAR_LLM_MODEL name a language model at an OpenAI-compatible address, which tells long articles and
releases in one or two sentences; what does not hold against the text is left out. RADAR_LLM_KEY, or RADAR_LLM_KEY_FILE,
is its key. llm in data/radar.yml holds its budget.

Exit codes: 0 done, also where some feeds failed: the report names them; 1 nothing could be read at all; 2 usage,
settings or storage.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				data: { type: 'string', default: 'data' },
				since: { type: 'string' },
				source: { type: 'string' },
				'no-model': { type: 'boolean', default: false },
				'dry-run': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				quiet: { type: 'boolean', default: false }
			}
		});
		if (values.since !== undefined && !daySchema.safeParse(values.since).success) {
			throw new UsageError('--since wants a day, YYYY-MM-DD.');
		}
		if (values.source !== undefined) refuseUnknown(values.source, values.data);
		const { env } = io;
		const place = values['no-model'] ? null : languageModelPlace(env);
		const path = databasePath(env);
		openForReading(path).$client.close();
		const progress = showProgress(io);
		const stop = new AbortController();
		const onSignal = () => stop.abort();
		process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
		const db = openForWriting(path);
		try {
			const report = await newsNight({
				db,
				folder: values.data,
				client: createGitHubClient({
					token: env.GITHUB_TOKEN ?? null,
					baseUrl: env.GITHUB_API_URL || GITHUB_API,
					atLimit: 'pause'
				}),
				now: Date.now,
				log: (_level, message) => {
					if (!values.quiet) progress.milestone(message);
				},
				signal: stop.signal,
				dryRun: values['dry-run'],
				...(place !== null && {
					model: {
						name: place.model,
						ask: chatClient(place, readDataFolder(values.data).settings.llm)
					}
				}),
				...(values.since !== undefined && { since: values.since }),
				...(values.source !== undefined && { only: values.source })
			});
			io.out(`${values.json ? JSON.stringify(report, null, '\t') : newsSummary(report)}\n`);
			return isSilent(report) ? 1 : 0;
		} finally {
			process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
			db.$client.close();
		}
	}
};

function refuseUnknown(id: string, folder: string): void {
	const ids = [...readFeedIds(folder), RELEASES];
	if (!ids.includes(id)) {
		throw new UsageError(`There is no feed "${id}". --source is one of ${ids.join(', ')}.`);
	}
}

/** Whatever was asked failed. */
const isSilent = ({ feeds, releases }: NewsReport): boolean =>
	feeds.length + releases.asked > 0 &&
	feeds.every(({ outcome }) => outcome === 'failed') &&
	releases.failed === releases.asked;

function newsSummary(report: NewsReport): string {
	const { feeds, releases, summaries, added, changed, requests, remarks, stored } = report;
	const count = (wanted: string) => feeds.filter(({ outcome }) => outcome === wanted).length;
	return [
		`${stored ? 'Stored' : 'Would store'} ${plural(added, 'new item')}; more is known of ${changed}.`,
		`${plural(feeds.length, 'feed')}: ${count('read')} read, ${count('unchanged')} unchanged, ${count('failed')} failed, ${count('waiting')} asked to wait.`,
		releases.from === 'feeds'
			? `${plural(releases.asked, 'release feed')}: ${releases.failed} failed; ${plural(releases.items, 'release')}.`
			: `${plural(releases.asked, 'release')} asked for notes: ${releases.items} had some.`,
		...(summaries === null ? [] : summaryLines(summaries)),
		`${plural(requests, 'request')}.`,
		...remarks
	].join('\n');
}

function summaryLines(summaries: SummaryReport): string[] {
	const { asked, told, sentences, dropped, tokens, left, stopped } = summaries;
	const faults = Object.entries(dropped).map(([check, count]) => `${check} ${count}`);
	return [
		`Model: ${plural(asked, 'item')} asked about, ${told} told in ${plural(sentences, 'sentence')}; left out: ${faults.join(', ') || 'nothing'}; ${plural(tokens, 'token')}; ${left} left for the next night.`,
		...(stopped === null ? [] : [stopped])
	];
}
