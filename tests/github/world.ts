import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashText, seededRandom } from '#lib/radar/model/random.ts';
import {
	makeRepository,
	type MadeCommit,
	type MadeRepository,
	type MadeTag
} from '../git/repository.ts';

const DAY_S = 86_400;

interface Release {
	tag: string;
	/** Milliseconds since 1970. */
	at: number;
	draft: boolean;
	prerelease: boolean;
	/** As Markdown. */
	notes?: string;
}

/** A repository of the world. Its fields may be changed by a test; its history is a real one, in git. */
export interface WorldRepository {
	databaseId: number;
	owner: string;
	name: string;
	ownerType: 'Organization' | 'User';
	license: string | null;
	languages: [string, number][];
	stars: number;
	forks: number;
	archived: boolean;
	disabled: boolean;
	fork: boolean;
	empty: boolean;
	hasIssues: boolean;
	openIssues: number;
	pulls: { open: number; closed: number; merged: number };
	securityPolicy: boolean | null;
	codeOfConduct: boolean;
	rootFiles: string[];
	releases: Release[];
	commits: MadeCommit[];
	tags: MadeTag[];
	git: MadeRepository;
	/** Commit of the default branch, as git names it. */
	head: string;
}

export interface World {
	/** Folder of the repositories, as `owner/name.git`. */
	root: string;
	repositories: WorldRepository[];
	/** By `owner/name` in any spelling, former names included. */
	find(fullName: string): WorldRepository | null;
	byId(databaseId: number): WorldRepository | null;
	/** Gives a repository another name or owner; the former one leads there. */
	rename(from: string, to: string): void;
	remove(fullName: string): void;
	/** A push to the default branch, by a person who is already there. */
	push(fullName: string, at?: number): void;
	/** Removes the folder. */
	end(): void;
}

export interface WorldOptions {
	seed: number;
	count: number;
	now: Date;
}

const LICENSES = ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'AGPL-3.0', 'NOASSERTION', null];
const LANGUAGES = ['Python', 'Go', 'Rust', 'TypeScript', 'C++', 'Shell'];

/** A world of any number of repositories; the same seed gives the same one, to the last commit. */
export function createWorld({ seed, count, now }: WorldOptions): World {
	const root = mkdtempSync(join(tmpdir(), 'radar-world-'));
	const repositories = Array.from({ length: count }, (_, at) =>
		createRepository(root, seed, at, now.getTime())
	);
	const names = new Map<string, WorldRepository>();
	const key = (fullName: string) => fullName.toLowerCase();
	for (const repository of repositories) names.set(key(fullNameOf(repository)), repository);
	const known = (fullName: string): WorldRepository => {
		const repository = names.get(key(fullName));
		if (!repository) throw new Error(`the world has no ${fullName}`);
		return repository;
	};
	return {
		root,
		repositories,
		find: (fullName) => names.get(key(fullName)) ?? null,
		byId: (id) => repositories.find((r) => r.databaseId === id) ?? null,
		rename(from, to) {
			const repository = known(from);
			[repository.owner = '', repository.name = ''] = to.split('/');
			names.set(key(to), repository);
			const folder = join(root, `${to}.git`);
			mkdirSync(dirname(folder), { recursive: true });
			renameSync(repository.git.folder, folder);
			repository.git = repository.git.at(folder);
		},
		remove(fullName) {
			const gone = known(fullName);
			repositories.splice(repositories.indexOf(gone), 1);
			for (const [name, repository] of names) if (repository === gone) names.delete(name);
			rmSync(gone.git.folder, { recursive: true });
		},
		push(fullName, at = now.getTime() - 60_000) {
			const repository = known(fullName);
			const { name, email } = repository.commits[0] ?? {};
			repository.commits.push({ time: Math.floor(at / 1000), name, email });
			save(repository);
		},
		end: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 })
	};
}

export const fullNameOf = ({ owner, name }: { owner: string; name: string }): string =>
	`${owner}/${name}`;

const save = (repository: WorldRepository): void => {
	const { commits, tags } = repository;
	repository.head = repository.git.import({ commits, tags });
};

function createRepository(root: string, seed: number, at: number, now: number): WorldRepository {
	const random = seededRandom(hashText(`${seed} repository ${at}`));
	const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
	const [owner, name] = [`owner-${at % 37}`, `project-${at}`];
	const weeks = between(20, 70);
	const commits = makeCommits(random, at, Math.floor(now / 1000), weeks, between(2, 14));
	const versions = Array.from({ length: Math.ceil(weeks / 6) }, (_, i) => ({
		name: `v1.${i}.0${i % 5 === 4 ? '-rc.1' : ''}`,
		at: Math.min(commits.length - 1, i * 6)
	}));
	// Some tag versions, some only release, some do neither.
	const [tags, released] = [at % 7 === 3 || at % 7 === 4 ? [] : versions, at % 7 !== 3];
	mkdirSync(join(root, owner), { recursive: true });
	const repository: WorldRepository = {
		databaseId: 1_000_000 + at,
		owner,
		name,
		ownerType: at % 5 === 0 ? 'User' : 'Organization',
		license: LICENSES[between(0, LICENSES.length - 1)] ?? null,
		languages: LANGUAGES.slice(0, between(1, 4)).map((language, i) => [language, 100_000 >> i]),
		stars: between(50, 40_000),
		forks: between(5, 6_000),
		archived: false,
		disabled: false,
		fork: false,
		empty: false,
		hasIssues: true,
		openIssues: between(0, 400),
		pulls: { open: between(0, 90), closed: between(0, 50), merged: between(20, 900) },
		securityPolicy: random() < 0.6,
		codeOfConduct: random() < 0.7,
		rootFiles: [
			'README.md',
			'LICENSE',
			...(random() < 0.4 ? ['ADOPTERS.md'] : []),
			...(random() < 0.5 ? ['GOVERNANCE.md'] : [])
		],
		releases: released
			? versions
					.map(({ name: tag, at: position }) => ({
						tag,
						at: (commits[position]?.time ?? 0) * 1000,
						draft: false,
						prerelease: tag.includes('-rc')
					}))
					.reverse()
			: [],
		commits,
		tags,
		git: makeRepository(root, `${owner}/${name}`),
		head: ''
	};
	save(repository);
	return repository;
}

/** Every person has committed; a few did most of it, as everywhere. */
function makeCommits(
	random: () => number,
	at: number,
	now: number,
	weeks: number,
	people: number
): MadeCommit[] {
	const start = now - weeks * 7 * DAY_S;
	const commits = Array.from({ length: people }, (_, rank) => {
		const author = { name: `Person ${at} ${rank}`, email: `person-${at}-${rank}@example.org` };
		const many = 1 + Math.floor((30 / (rank + 1)) * (0.5 + random()));
		return Array.from({ length: many }, (_, i) => ({
			...author,
			time: Math.floor(start + random() * (now - start)),
			...(i % 3 === 0 && { subject: `Change something (#${i + 1})` })
		}));
	}).flat();
	const bot = { name: 'dependabot[bot]', email: 'bot@example.org', time: now - DAY_S };
	return [...commits, bot].sort((a, b) => a.time - b.time);
}
