import { hashText, seededRandom } from '#lib/radar/model/random.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

export interface Person {
	login: string | null;
	name: string;
	email: string;
	bot: boolean;
}
export interface Commit {
	/** Milliseconds since 1970. */
	at: number;
	author: Person;
	merge: boolean;
}
interface Pull {
	createdAt: number;
	mergedAt: number | null;
	closedAt: number | null;
	updatedAt: number;
}
interface Release {
	tag: string;
	at: number;
	draft: boolean;
	prerelease: boolean;
	/** As Markdown. */
	notes?: string;
}

/** A repository of the world. Its fields may be changed by a test; what is long is made when asked for. */
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
	openPulls: number;
	securityPolicy: boolean | null;
	codeOfConduct: boolean;
	rootFiles: string[];
	/** Where GitHub refuses to list contributors. */
	tooLarge: boolean;
	/** Changes the head, as a push would. */
	pushes: number;
	people: () => Person[];
	/** Newest first. */
	commits: () => Commit[];
	pulls: () => Pull[];
	releases: () => Release[];
	tags: () => { name: string; at: number; annotated: boolean }[];
}

export interface World {
	/** Nothing in the world is younger, in milliseconds since 1970. */
	now: number;
	repositories: WorldRepository[];
	/** By `owner/name` in any spelling, former names included. */
	find(fullName: string): WorldRepository | null;
	byId(databaseId: number): WorldRepository | null;
	/** Gives a repository another name or owner; the former one leads there. */
	rename(from: string, to: string): void;
	remove(fullName: string): void;
	/** A push to the default branch, by a person who is already there. */
	push(fullName: string): void;
}

export interface WorldOptions {
	seed: number;
	count: number;
	now: Date;
	/** Share of the repositories with more than 100 contributors, and many pull requests. */
	busy?: number;
	/** Two months of history and a handful of people each, for worlds of a thousand. */
	young?: boolean;
}

const LICENSES = ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'AGPL-3.0', 'NOASSERTION', null];
const LANGUAGES = ['Python', 'Go', 'Rust', 'TypeScript', 'C++', 'Shell'];

/** A world of any number of repositories; the same seed gives the same one, to the last commit. */
export function createWorld({ seed, count, now, busy = 0.3, young = false }: WorldOptions): World {
	const end = now.getTime();
	const repositories = Array.from({ length: count }, (_, at) =>
		createRepository(seed, at, end, busy, young)
	);
	const names = new Map<string, WorldRepository>();
	const key = (fullName: string) => fullName.toLowerCase();
	for (const repository of repositories) names.set(key(fullNameOf(repository)), repository);
	const world: World = {
		now: end,
		repositories,
		find: (fullName) => names.get(key(fullName)) ?? null,
		byId: (id) => repositories.find((r) => r.databaseId === id) ?? null,
		rename(from, to) {
			const repository = known(from);
			[repository.owner = '', repository.name = ''] = to.split('/');
			names.set(key(to), repository);
		},
		remove(fullName) {
			const gone = known(fullName);
			repositories.splice(repositories.indexOf(gone), 1);
			for (const [name, repository] of names) if (repository === gone) names.delete(name);
		},
		push(fullName) {
			const repository = known(fullName);
			const { commits } = repository;
			repository.pushes += 1;
			repository.commits = once(() => {
				const before = commits();
				const author = before.find((commit) => !commit.author.bot)?.author ?? person(0);
				return [{ at: world.now - 60_000, author, merge: false }, ...before];
			});
		}
	};
	function known(fullName: string): WorldRepository {
		const repository = world.find(fullName);
		if (!repository) throw new Error(`the world has no ${fullName}`);
		return repository;
	}
	return world;
}

export const fullNameOf = ({ owner, name }: { owner: string; name: string }): string =>
	`${owner}/${name}`;

/** The default branch's head: changes with every push. */
export const headOf = ({ databaseId, pushes }: WorldRepository): string =>
	[0, 1, 2, 3, 4]
		.map((part) => hashText(`${databaseId} ${pushes} ${part}`).toString(16).padStart(8, '0'))
		.join('');

function createRepository(
	seed: number,
	at: number,
	now: number,
	busyShare: number,
	young: boolean
): WorldRepository {
	const random = seededRandom(hashText(`${seed} repository ${at}`));
	const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
	const busy = random() < busyShare;
	const weeks = young ? 8 : between(busy ? 60 : 20, busy ? 130 : 150);
	const size = busy ? between(110, 140) : between(2, young ? 4 : 40);
	const pulls = busy ? 900 : between(5, young ? 10 : 80);
	const license = LICENSES[between(0, LICENSES.length - 1)] ?? null;
	const people = once(() => [
		{ login: 'dependabot[bot]', name: 'dependabot[bot]', email: 'bot@example.org', bot: true },
		...Array.from({ length: size }, (_, i) => person(seed * 100_000 + at * 200 + i))
	]);
	const commits = once(() => makeCommits(seed, at, now, weeks, people()));
	const last = () => commits()[0]?.at ?? now;
	return {
		databaseId: 1_000_000 + at,
		owner: `owner-${at % 37}`,
		name: `project-${at}`,
		ownerType: at % 5 === 0 ? 'User' : 'Organization',
		license,
		languages: LANGUAGES.slice(0, between(1, 4)).map((language, i) => [language, 100_000 >> i]),
		stars: between(50, 40_000),
		forks: between(5, 6_000),
		archived: false,
		disabled: false,
		fork: false,
		empty: false,
		hasIssues: true,
		openIssues: between(0, 400),
		openPulls: between(0, 90),
		securityPolicy: random() < 0.6,
		codeOfConduct: random() < 0.7,
		rootFiles: [
			'README.md',
			'LICENSE',
			...(random() < 0.4 ? ['ADOPTERS.md'] : []),
			...(random() < 0.5 ? ['GOVERNANCE.md'] : [])
		],
		tooLarge: false,
		pushes: 0,
		people,
		commits,
		pulls: once(() => makePulls(seed, at, last(), pulls)),
		releases: once(() => (at % 7 === 3 ? [] : makeReleases(seed, at, last(), weeks))),
		tags: once(() =>
			makeReleases(seed, at, last(), weeks).map(({ tag, at: moment }, i) => ({
				name: tag,
				at: moment,
				annotated: i % 2 === 0
			}))
		)
	};
}

const person = (number: number): Person => ({
	login: number % 9 === 8 ? null : `person-${number}`,
	name: `Person ${number}`,
	email: `person-${number}@example.org`,
	bot: false
});

/** Every person has committed; a few did most of it, as everywhere. */
function makeCommits(
	seed: number,
	at: number,
	now: number,
	weeks: number,
	people: Person[]
): Commit[] {
	const random = seededRandom(hashText(`${seed} commits ${at}`));
	const start = now - weeks * WEEK_MS;
	const commits: Commit[] = [];
	people.forEach((author, rank) => {
		const many = 1 + Math.floor(((weeks < 10 ? 6 : 60) / (rank + 1)) * (0.5 + random()));
		for (let i = 0; i < many; i++) {
			const moment = Math.floor(start + random() * (now - start));
			commits.push({ at: moment, author, merge: random() < 0.1 });
		}
	});
	return commits.sort((a, b) => b.at - a.at);
}

function makePulls(seed: number, at: number, last: number, many: number): Pull[] {
	const random = seededRandom(hashText(`${seed} pulls ${at}`));
	return Array.from({ length: many }, () => {
		const createdAt = Math.floor(last - random() * 500 * DAY_MS);
		const ended =
			random() < 0.8 ? Math.min(last, Math.floor(createdAt + random() * 20 * DAY_MS)) : null;
		const merged = ended !== null && random() < 0.8;
		return {
			createdAt,
			closedAt: ended,
			mergedAt: merged ? ended : null,
			updatedAt: ended ?? createdAt
		};
	}).sort((a, b) => b.updatedAt - a.updatedAt);
}

function makeReleases(seed: number, at: number, last: number, weeks: number): Release[] {
	const random = seededRandom(hashText(`${seed} releases ${at}`));
	const many = Math.min(120, Math.ceil(weeks / 4));
	return Array.from({ length: many }, (_, i) => ({
		tag: `v${i < many / 2 ? 1 : 0}.${many - i}.0${i % 5 === 4 ? '-rc.1' : ''}`,
		at: Math.floor(last - i * 27 * DAY_MS - random() * DAY_MS),
		draft: false,
		prerelease: i % 5 === 4
	}));
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
	let made: { value: T } | null = null;
	return () => (made ??= { value: make() }).value;
}
