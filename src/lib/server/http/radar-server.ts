import { createServer, type RequestListener, type Server } from 'node:http';
import type { Generation } from '#lib/server/generation/generation.ts';
import { usableFolder } from '#lib/server/generation/prepare.ts';
import { preparerIn } from '#lib/server/generation/preparer.ts';
import { PublishedDatabase } from '#lib/server/generation/published-database.ts';
import { PngQueue } from '#lib/server/picture/png-queue.ts';
import { warmSite } from '#lib/server/read/warm-site.ts';
import { Answerer } from './answer.ts';
import { HealthAnswers } from './health.ts';
import { closeOrderly, limitedServer, listen } from './listener.ts';
import type { RequestLog } from './log.ts';
import { serverMetrics } from './metrics.ts';
import type { ServerSettings } from './settings.ts';

interface Parts {
	/** SvelteKit's. */
	handler: RequestListener;
	/** Addresses of the threads' programs. */
	workers: { prepare: URL; png: URL };
	log: RequestLog;
}

export interface RadarServer {
	port: number;
	/** Null: there is no listener for operators. */
	adminPort: number | null;
	/** Stops being ready, answers what has begun, and closes everything. */
	end: (delayMs?: number) => Promise<void>;
}

/** Opens what is published and serves it until it is ended. It listens also when there is nothing to serve yet. */
export async function startRadarServer(
	settings: ServerSettings,
	{ handler, workers, log }: Parts
): Promise<RadarServer> {
	const pictures = new PngQueue(workers.png);
	const database: PublishedDatabase = new PublishedDatabase({
		origin: settings.database,
		folder: await usableFolder(settings.cacheFolder),
		dataFolder: settings.dataFolder,
		prepare: preparerIn(workers.prepare),
		warm: async (next, served) => {
			// The first answers at once: a start does not wait for it.
			if (served === null) return;
			await warmSite(next.site);
			await answerer.warm(next, served);
		},
		onCheck: (result, problem) => {
			metrics.checked(result);
			const edition = database.current?.edition?.id ?? null;
			log.note('database', { result, problem, edition });
		}
	});
	const current = () => database.current;
	const metrics = serverMetrics({
		generation: current,
		cache: () => (database.current === null ? null : answerer.cacheOf(database.current))
	});
	let isEnding = false;
	const health = new HealthAnswers({ database, metrics, isEnding: () => isEnding });
	const answerer: Answerer = new Answerer({
		database,
		handler,
		pngOf: pictures.pngOf,
		names: settings.names,
		mostMaking: settings.mostMaking,
		metrics,
		log,
		health: health.publicly
	});
	await database.check();
	const server = limitedServer(answerer.answer);
	const port = await listen(server, settings.port, settings.host);
	if (database.current !== null) void warmFirst(database.current, log);
	const admin = await adminListener(settings, health, log);
	const stopChecks = repeat(() => database.check(), settings.checkEveryMs);
	const end = async (delayMs = settings.endDelayMs) => {
		isEnding = true;
		stopChecks();
		await new Promise((resolve) => setTimeout(resolve, delayMs));
		await closeOrderly(server, settings.endTimeoutMs);
		if (admin !== null) await closeOrderly(admin.server, 0);
		await pictures.close();
		database.close();
	};
	return { port, adminPort: admin?.port ?? null, end };
}

async function warmFirst(generation: Generation, log: RequestLog): Promise<void> {
	const release = generation.hold();
	try {
		await warmSite(generation.site);
	} catch (error) {
		log.note('The site could not be read ahead.', { problem: String(error) });
	} finally {
		release();
	}
}

async function adminListener(
	{ admin }: ServerSettings,
	health: HealthAnswers,
	log: RequestLog
): Promise<{ server: Server; port: number } | null> {
	if (admin === null) return null;
	const server = createServer(health.privately);
	try {
		return { server, port: await listen(server, admin.port, admin.host) };
	} catch (error) {
		if (admin.isAsked) throw error;
		log.note('The port for metrics is taken; ADMIN_PORT names another.', { port: admin.port });
		return null;
	}
}

/** Calls again and again, up to a sixth earlier or later: servers do not all ask at the same moment. */
function repeat(call: () => Promise<unknown>, everyMs: number): () => void {
	const stopped = new AbortController();
	const next = (): void => {
		if (stopped.signal.aborted) return;
		const spread = everyMs > 1000 ? 1 + (Math.random() - 0.5) / 3 : 1;
		const timer = setTimeout(() => void call().finally(next), everyMs * spread);
		stopped.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
	};
	next();
	return () => stopped.abort();
}
