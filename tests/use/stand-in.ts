import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays } from '#lib/radar/words/days.ts';

export type StandInSource =
	| 'clickpy'
	| 'top-pypi-packages'
	| 'npm-downloads'
	| 'npm-registry'
	| 'docker-hub'
	| 'deps.dev'
	| 'github';

/** How an answer is spoilt. */
export type Fault =
	| 'empty'
	| 'half'
	| 'strings'
	| 'stranger'
	| 'twice'
	| 'fewer'
	| 'html'
	| 'hang'
	| 'cut-off'
	| { status: number; retryAfter?: string };

const PATHS: Record<StandInSource, string> = {
	clickpy: '/clickpy',
	'top-pypi-packages': '/top-pypi',
	'npm-downloads': '/npm',
	'npm-registry': '/registry',
	'docker-hub': '/docker-hub',
	'deps.dev': '/deps',
	github: '/github'
};

export interface UseStandIn {
	addresses: ReadonlyMap<string, string>;
	/** Path and body of each request, by source. */
	requests: { source: StandInSource; path: string; body: string }[];
	/** Downloads a day of each package that a registry knows, and scores of repositories. */
	pypi: Map<string, number>;
	npm: Map<string, number>;
	scores: Map<string, number>;
	/** Pulls of images, by `namespace/name`. */
	pulls: Map<string, number>;
	/** What PyPI's metadata name, by package. */
	urls: Map<string, string[]>;
	/** What npm's metadata name as the repository, by package; without: its project's. */
	repositories: Map<string, unknown>;
	/** Texts of repositories' files, by `owner/name` and path. */
	files: Map<string, Record<string, string>>;
	/** Repositories that GitHub answers with null. */
	missing: Set<string>;
	/** Projects in one page of deps.dev. */
	page: number;
	lastUpdate: string;
	spoil(source: StandInSource, fault: Fault | null): void;
	stop(): Promise<void>;
}

/** Sources of use on 127.0.0.1; see README.md for what each shape is taken from. */
export async function startUseStandIn(): Promise<UseStandIn> {
	const faults = new Map<StandInSource, Fault>();
	const server = createServer((request, response) => {
		void read(request).then((body) => {
			const path = request.url ?? '';
			const [source] = Object.entries(PATHS).find(([, start]) => path.startsWith(start)) ?? [];
			if (source === undefined) return response.writeHead(404).end();
			const id = source as StandInSource;
			made.requests.push({ source: id, path, body });
			const fault = faults.get(id) ?? null;
			if (refused(response, fault)) return;
			const told = ANSWERS[id](made, path, body, fault);
			if (told === undefined) response.writeHead(404).end(NO_SUCH_OBJECT);
			else answer(response, told, fault);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const made: UseStandIn = {
		addresses: new Map(
			Object.entries(PATHS).map(([id, path]) => [id, `http://127.0.0.1:${port}${path}`])
		),
		requests: [],
		pypi: new Map(),
		npm: new Map(),
		scores: new Map(),
		pulls: new Map(),
		urls: new Map(),
		repositories: new Map(),
		files: new Map(),
		missing: new Set(),
		page: 5000,
		lastUpdate: '2026-09-01 06:34:06',
		spoil: (source, fault) => {
			if (fault === null) faults.delete(source);
			else faults.set(source, fault);
		},
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
	return made;
}

async function read(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

const NO_SUCH_OBJECT = JSON.stringify({ message: 'object not found', errinfo: {} });

/** True where the fault is the whole answer. */
function refused(response: ServerResponse, fault: Fault | null): boolean {
	if (fault === 'hang') return true;
	if (fault === 'html') {
		response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in</p>');
		return true;
	}
	if (typeof fault !== 'object' || fault === null) return false;
	const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
	response.writeHead(fault.status, headers).end('{}');
	return true;
}

function answer(response: ServerResponse, made: unknown, fault: Fault | null): void {
	const text = JSON.stringify(made);
	if (fault !== 'cut-off') {
		response.writeHead(200, { 'content-type': 'application/json' }).end(text);
		return;
	}
	response.writeHead(200, { 'content-length': text.length * 2 });
	response.write(text, () => response.destroy());
}

type Answer = (made: UseStandIn, path: string, body: string, fault: Fault | null) => unknown;

const numbered = (count: number, fault: Fault | null): unknown =>
	fault === 'strings' ? `${count} or so` : count;
/** What a spoilt list holds of a whole one. */
const shortened = <T>(list: T[], fault: Fault | null): T[] =>
	fault === 'empty' ? [] : fault === 'half' ? list.slice(0, Math.ceil(list.length / 2)) : list;
const quoted = (text: string): string[] =>
	[...text.matchAll(/'([^']+)'/g)].map(([, own = '']) => own);

function daysOf(from: string, to: string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
	return days;
}

const npm: Answer = ({ npm: known }, path, _, fault) => {
	const [, start = '', end = '', list = ''] = /range\/([\d-]+):([\d-]+)\/(.+)$/.exec(path) ?? [];
	const names = list.split(',');
	const of = (name: string) => {
		const count = known.get(name);
		if (count === undefined) return null;
		const days = daysOf(start, end).map((day) => ({ downloads: numbered(count, fault), day }));
		const downloads = fault === 'twice' ? [...days, ...days.slice(0, 1)] : days;
		return { start, end, package: fault === 'stranger' ? 'left-pad' : name, downloads };
	};
	if (names.length === 1) return fault === 'empty' ? {} : of(names[0] ?? '');
	return Object.fromEntries(shortened(names, fault).map((name) => [name, of(name)]));
};

const clickpy: Answer = ({ pypi, urls }, _path, body, fault) => {
	if (body.includes('pypi.projects')) {
		const data = [...urls].map(([name, project_urls]) => ({ name, home_page: '', project_urls }));
		return { meta: [], data, rows: data.length };
	}
	const asked = quoted(body);
	const months = asked.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
	const names = shortened(
		asked.filter((text) => pypi.has(text)),
		fault
	);
	const all = names.flatMap((project) =>
		months.map((month) => ({
			project,
			month,
			// As ClickHouse quotes 64-bit numbers.
			downloads: fault === 'strings' ? 'many' : String((pypi.get(project) ?? 0) * 30)
		}))
	);
	const [first] = all;
	if (fault === 'stranger' && first) all.push({ ...first, project: 'boto3' });
	if (fault === 'twice') all.push(...all.map((row) => ({ ...row, downloads: '7' })));
	return { meta: [{ name: 'project', type: 'String' }], data: all, rows: all.length };
};

const FILLERS = 2000;
const topPypi: Answer = ({ pypi, lastUpdate }, _path, _body, fault) => {
	const fillers = Array.from({ length: FILLERS }, (_, i) => ({
		project: `filler-${i}`,
		download_count: numbered(100_000, fault)
	}));
	const own = [...pypi].map(([project, count]) => ({
		project,
		download_count: numbered(count * 30, fault)
	}));
	const rows = fault === 'empty' ? [] : [...shortened(own, fault), ...fillers];
	return { last_update: lastUpdate, source: 'ClickHouse', rows };
};

const depsDev: Answer = ({ scores, page }, _path, body, fault) => {
	const { requests, pageToken = '0' } = JSON.parse(body) as {
		requests: { projectKey: { id: string } }[];
		pageToken?: string;
	};
	const from = Number(pageToken);
	const responses = shortened(requests.slice(from, from + page), fault).map((request) => {
		const name = request.projectKey.id.replace('github.com/', '');
		const score = scores.get(name);
		const scorecard = { date: '2026-09-07T00:00:00Z', overallScore: numbered(score ?? 0, fault) };
		const id = fault === 'stranger' ? 'github.com/other/one' : request.projectKey.id.toLowerCase();
		return {
			request,
			...(score !== undefined && { project: { projectKey: { id }, starsCount: 1, scorecard } })
		};
	});
	const next = from + page < requests.length ? String(from + page) : '';
	return { responses, nextPageToken: next };
};

const npmRegistry: Answer = ({ repositories }, path, _body, fault) => {
	const name = decodeURIComponent(/^\/registry\/(.+)\/latest$/.exec(path)?.[1] ?? '');
	const repository = repositories.get(name);
	return {
		...{ name: fault === 'stranger' ? 'left-pad' : name, version: '1.2.3', dist: {} },
		...(repository !== undefined && { repository: fault === 'strings' ? 7 : repository })
	};
};

/** Undefined: there is no such image. */
const dockerHub: Answer = ({ pulls }, path, _body, fault) => {
	const [, namespace = '', name = ''] = /repositories\/([^/]+)\/([^/]+)\/$/.exec(path) ?? [];
	const known = shortened([...pulls.keys()], fault);
	const count = known.includes(`${namespace}/${name}`)
		? pulls.get(`${namespace}/${name}`)
		: undefined;
	if (count === undefined) return undefined;
	return {
		...{ user: namespace, namespace, name: fault === 'stranger' ? 'other' : name },
		...{ repository_type: 'image', status: 1, is_private: false, star_count: 12 },
		pull_count: fault === 'fewer' ? Math.floor(count / 2) : numbered(count, fault),
		last_updated: '2026-09-14T08:12:52.217787Z'
	};
};

const github: Answer = ({ files, missing }, _path, body, fault) => {
	const { variables } = JSON.parse(body) as { variables: Record<string, string> };
	const data: Record<string, unknown> = { rateLimit: { cost: 1 } };
	for (let r = 0; variables[`owner${r}`] !== undefined; r++) {
		const name = `${variables[`owner${r}`]}/${variables[`name${r}`]}`;
		const texts = files.get(name) ?? {};
		const repository: Record<string, unknown> = {
			...{ isFork: false, isArchived: false },
			defaultBranchRef: { target: { oid: 'a'.repeat(40), committedDate: '2026-09-15T08:00:00Z' } }
		};
		for (let p = 0; variables[`path${r}_${p}`] !== undefined; p++) {
			const text = texts[(variables[`path${r}_${p}`] ?? '').replace('HEAD:', '')];
			const isSent = text !== undefined && fault !== 'empty';
			repository[`f${p}`] = isSent ? { text, isTruncated: false } : null;
		}
		data[`r${r}`] = missing.has(name) ? null : repository;
	}
	return { data };
};

const ANSWERS: Record<StandInSource, Answer> = {
	clickpy,
	'top-pypi-packages': topPypi,
	'npm-downloads': npm,
	'npm-registry': npmRegistry,
	'docker-hub': dockerHub,
	'deps.dev': depsDev,
	github
};
