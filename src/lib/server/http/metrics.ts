import type { IncomingMessage } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Generation } from '#lib/server/generation/generation.ts';
import type { CheckResult } from '#lib/server/generation/published-database.ts';
import { lastCrawl } from '#lib/server/db/queries/crawls.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { MadeAnswer } from './final-answer.ts';

export interface MetricsSources {
	generation: () => Generation | null;
	cache: () => AnswerCache | null;
}

export interface Metrics {
	answered: (
		request: IncomingMessage,
		made: Pick<MadeAnswer, 'route'>,
		status: number,
		isKept: boolean,
		seconds: number
	) => void;
	checked: (result: CheckResult) => void;
	/** In Prometheus' text format. */
	text: () => Promise<string>;
	contentType: string;
}

/** Figures of the server, each by a name that says its unit. Labels are routes, never addresses. */
export function serverMetrics({ generation, cache }: MetricsSources): Metrics {
	const registry = new Registry();
	const registers = [registry];
	const requests = new Counter({
		name: 'radar_http_requests_total',
		help: 'Answered requests.',
		labelNames: ['route', 'method', 'status'] as const,
		registers
	});
	const duration = new Histogram({
		name: 'radar_http_request_duration_seconds',
		help: 'From the request to the answer.',
		labelNames: ['route'] as const,
		buckets: [0.001, 0.005, 0.025, 0.1, 0.25, 1, 5],
		registers
	});
	const hits = new Counter({
		name: 'radar_cache_hits_total',
		help: 'Requests that a kept answer served.',
		registers
	});
	const misses = new Counter({
		name: 'radar_cache_misses_total',
		help: 'Requests whose answer had to be made.',
		registers
	});
	const reloads = new Counter({
		name: 'radar_reload_total',
		help: 'Changes of the published database, by result.',
		labelNames: ['result'] as const,
		registers
	});
	for (const result of ['swapped', 'refused', 'failed']) reloads.inc({ result }, 0);
	gauge(registry, 'radar_cache_bytes', 'Memory of kept answers.', () => cache()?.bytes ?? 0);
	gauge(registry, 'radar_edition_timestamp_seconds', 'Day of the newest edition.', () =>
		secondsOf(generation()?.edition?.date)
	);
	gauge(
		registry,
		'radar_generation',
		'Databases opened since the start.',
		() => generation()?.number ?? 0
	);
	editionGauges(registry, generation);
	crawlGauges(registry, generation);
	processGauges(registry);
	return {
		answered: ({ method = 'GET' }, { route }, status, isKept, seconds) => {
			const of = route ?? 'file';
			requests.inc({ route: of, method, status: `${Math.floor(status / 100)}xx` });
			duration.observe({ route: of }, seconds);
			(isKept ? hits : misses).inc();
		},
		checked: (result) => reloads.inc({ result }),
		text: () => registry.metrics(),
		contentType: registry.contentType
	};
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
	new Gauge({
		name,
		help,
		registers: [registry],
		collect() {
			this.set(value());
		}
	});
}

function editionGauges(registry: Registry, generation: () => Generation | null): void {
	new Gauge({
		name: 'radar_edition_info',
		help: 'The newest edition and its model.',
		labelNames: ['edition', 'model'] as const,
		registers: [registry],
		collect() {
			this.reset();
			const edition = generation()?.edition;
			if (edition) this.set({ edition: edition.id, model: edition.modelVersion }, 1);
		}
	});
	new Gauge({
		name: 'radar_projects',
		help: 'Projects of the newest edition, by ring.',
		labelNames: ['ring'] as const,
		registers: [registry],
		collect() {
			this.reset();
			const now = generation();
			if (!now?.edition) return;
			for (const { ring } of now.site.view(now.edition).blips)
				this.inc({ ring: ring ?? 'not rated' });
		}
	});
}

function crawlGauges(registry: Registry, generation: () => Generation | null): void {
	const last = () => {
		const now = generation();
		return now === null ? null : lastCrawl(now.site.db);
	};
	gauge(registry, 'radar_crawl_timestamp_seconds', 'Night of the last crawl; 0: none.', () =>
		secondsOf(last()?.night)
	);
	gauge(registry, 'radar_crawl_published', 'Whether the last crawl published an edition.', () =>
		last()?.published ? 1 : 0
	);
	gauge(
		registry,
		'radar_crawl_failed_projects',
		'Projects that the last crawl could not read.',
		() => last()?.failed ?? 0
	);
}

function processGauges(registry: Registry): void {
	const delay = monitorEventLoopDelay({ resolution: 20 });
	delay.enable();
	gauge(
		registry,
		'nodejs_eventloop_lag_p99_seconds',
		'Delay of the event loop since the last look.',
		() => {
			const seconds = delay.percentile(99) / 1e9;
			delay.reset();
			return Number.isFinite(seconds) ? seconds : 0;
		}
	);
	gauge(registry, 'process_resident_memory_bytes', 'Memory.', () => process.memoryUsage.rss());
	gauge(registry, 'process_start_time_seconds', 'Start, since 1970.', () =>
		Math.round(Date.now() / 1000 - process.uptime())
	);
	new Counter({
		name: 'process_cpu_seconds_total',
		help: 'Processor time.',
		registers: [registry],
		collect() {
			const { user, system } = process.cpuUsage();
			this.reset();
			this.inc((user + system) / 1e6);
		}
	});
}

const secondsOf = (day: string | undefined): number =>
	day === undefined ? 0 : Date.parse(day) / 1000;
