import type { RequestListener } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { requestLog } from './log.ts';
import { startRadarServer } from './radar-server.ts';
import { serverSettings } from './settings.ts';

/** `node build/server.js`: serves the site beside it, as the environment says. README lists the variables. */
process.env.BODY_SIZE_LIMIT ??= '64K';
// Pages that are made once fill the space for young objects; grown, it keeps 140 MB.
setFlagsFromString('--semi-space-growth-factor=1');

const log = requestLog((line) => process.stdout.write(line));
try {
	const settings = serverSettings(process.env);
	const beside = (name: string) => new URL(name, import.meta.url);
	const { handler } = (await import(beside('./handler.js').href)) as { handler: RequestListener };
	const server = await startRadarServer(settings, {
		handler,
		workers: { prepare: beside('./prepare-worker.js'), png: beside('./png-worker.js') },
		log
	});
	log.note('listening', { host: settings.host, port: server.port, adminPort: server.adminPort });
	for (const [signal, delayMs] of [['SIGTERM'], ['SIGINT', 0]] as const) {
		process.once(signal, () => {
			log.note('ending', { signal });
			void server.end(delayMs).then(() => process.exit(0));
		});
	}
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}
