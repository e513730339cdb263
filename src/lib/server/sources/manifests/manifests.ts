import { InputError } from '#lib/radar/input/yaml.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { Packages } from '#lib/radar/landscape/packages.ts';
import { countPeers, type DeclaringRepository } from '#lib/radar/observation/peers.ts';
import type { PeersRow } from '#lib/radar/observation/use.ts';
import { manifestFormat, readManifest } from '#lib/radar/stack/manifests/formats.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { GitHubFault } from '#lib/server/sources/github/client/fault.ts';
import {
	askFiles,
	type FilesFound,
	type FilesWanted
} from '#lib/server/sources/github/file-texts.ts';
import { SourceFault } from '#lib/server/sources/json-answer.ts';
import { told, type UseContext, type UseSource } from '#lib/server/sources/use-source.ts';

export const MANIFESTS = 'manifests';

/** Read in every repository. */
const ROOT_FILES = [
	...['go.mod', 'pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'requirements.in'],
	...[
		'package.json',
		'Cargo.toml',
		'pom.xml',
		'build.gradle',
		'compose.yaml',
		'docker-compose.yml'
	],
	...['docker-compose.yaml', 'Dockerfile', 'environment.yml', 'Chart.yaml']
];
/** Repositories in one query: their manifests are large. */
const TOGETHER = 12;
/** Less than this share of the repositories read, or of the declarations seen before, is no count. */
const LEAST_KEPT = 0.75;

/** What is read, and what earlier nights left of it. */
export interface Group {
	repositories: readonly { repository: string; firstCommit: Day | null }[];
	packages: Pick<Packages, 'projects' | 'declared'>;
	/** Files that are known to declare something, beside those of `before`. */
	examples: readonly { repository: string; file: string }[];
	/** The newest row of each project. */
	before: readonly PeersRow[];
}

/**
 * Who of the group declares whom, by the manifests at the heads of the group's repositories. Read are the root's
 * manifests, and every file that declared a project when it was last seen: so a declaration deep in a repository stays
 * known, and goes when it goes there. What could not be read keeps its day, and ages.
 */
export const manifests = (client: GitHubClient, group: Group): UseSource => ({
	id: MANIFESTS,
	async *observe(targets, context) {
		const wanted = await Array.fromAsync(targets);
		if (wanted.length === 0) return;
		const peers = await readGroup(client, group, context);
		for (const target of wanted) {
			const usedBy = peers.get(repositoryKey(target.repository)) ?? [];
			const seen = { repository: target.repository, observedOn: context.night, source: MANIFESTS };
			yield told(target, [{ kind: 'peers', ...seen, value: usedBy.length, usedBy }]);
		}
	}
});

async function readGroup(
	client: GitHubClient,
	group: Group,
	context: UseContext
): Promise<Map<string, PeersRow['usedBy']>> {
	const asks = asksOf(group);
	const found = await askAll(client, asks, context);
	if (found.size < LEAST_KEPT * asks.length) {
		throw new SourceFault(`read ${found.size} of ${asks.length} repositories`);
	}
	const unread = new Set<string>();
	const firstCommits = new Map(
		group.repositories.map(({ repository, firstCommit }) => [
			repositoryKey(repository),
			firstCommit
		])
	);
	const declaring = asks.flatMap(({ repository, paths }) => {
		const files = found.get(repositoryKey(repository));
		if (files === undefined) for (const path of paths) unread.add(placeKey(repository, path));
		if (files === undefined || files.head === null) return [];
		const firstCommit = firstCommits.get(repositoryKey(repository)) ?? null;
		return [declarations({ repository, paths }, files, files.head, firstCommit, unread)];
	});
	const counted = countPeers(declaring, group.packages, context.night);
	const peers = new Map([...counted].map(([project, usedBy]) => [repositoryKey(project), usedBy]));
	for (const row of group.before) keepUnread(row, peers, unread);
	refuseLoss(group, peers);
	return peers;
}

const placeKey = (repository: string, path: string): string =>
	`${repositoryKey(repository)}: ${path}`;

function asksOf({ repositories, before, examples }: Group): FilesWanted[] {
	const known = Map.groupBy(
		[...before.flatMap(({ usedBy }) => usedBy), ...examples],
		({ repository }) => repositoryKey(repository)
	);
	return repositories.map(({ repository }) => {
		const seen = (known.get(repositoryKey(repository)) ?? []).map(({ file }) => file);
		return { repository, paths: [...new Set([...ROOT_FILES, ...seen])] };
	});
}

/** A query that fails leaves its repositories out; one that no smaller one would help is thrown. */
async function askAll(
	client: GitHubClient,
	asks: readonly FilesWanted[],
	{ log, signal }: UseContext
): Promise<Map<string, FilesFound>> {
	const found = new Map<string, FilesFound>();
	for (let i = 0; i < asks.length; i += TOGETHER) {
		signal?.throwIfAborted();
		try {
			const part = await askFiles(client, asks.slice(i, i + TOGETHER));
			for (const [repository, files] of part) found.set(repository, files);
		} catch (error) {
			if (!(error instanceof GitHubFault)) throw error;
			log?.('warn', `${MANIFESTS}: ${error.message}`);
		}
	}
	return found;
}

function declarations(
	{ repository, paths }: FilesWanted,
	{ fork, archived, texts }: FilesFound,
	head: NonNullable<FilesFound['head']>,
	firstCommit: Day | null,
	unread: Set<string>
): DeclaringRepository {
	const declared = paths.flatMap((file) => {
		const text = texts.get(file);
		if (text === null) return [];
		try {
			if (text === undefined || manifestFormat(file) === null) throw new InputError([]);
			return readManifest(file, text).map((own) => ({ ...own, direct: own.direct === true, file }));
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			unread.add(placeKey(repository, file));
			return [];
		}
	});
	return { repository, fork, archived, firstCommit, on: head.day, commit: head.commit, declared };
}

/** Adds the declarations seen before in files that could not be read now, as they were. */
function keepUnread(
	{ repository, usedBy }: PeersRow,
	peers: Map<string, PeersRow['usedBy']>,
	unread: ReadonlySet<string>
): void {
	const now = peers.get(repositoryKey(repository));
	if (now === undefined) return;
	const there = new Set(now.map((peer) => repositoryKey(peer.repository)));
	now.push(
		...usedBy.filter(
			(peer) =>
				unread.has(placeKey(peer.repository, peer.file)) &&
				!there.has(repositoryKey(peer.repository))
		)
	);
	now.sort((a, b) => (repositoryKey(a.repository) < repositoryKey(b.repository) ? -1 : 1));
}

function refuseLoss({ before }: Group, peers: ReadonlyMap<string, PeersRow['usedBy']>): void {
	const had = before.reduce((sum, { value }) => sum + value, 0);
	const has = before.reduce(
		(sum, { repository }) => sum + (peers.get(repositoryKey(repository))?.length ?? 0),
		0
	);
	if (has < LEAST_KEPT * had)
		throw new SourceFault(`saw ${has} of the ${had} declarations seen before`);
}
