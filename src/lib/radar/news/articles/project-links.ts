import { readRepositoryAddress, repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { safeUrl } from '#lib/radar/words/addresses.ts';
import type { LinkReason, ProjectLink } from '#lib/radar/news/item.ts';
import { namePattern, namesOf, type LinkableProject } from './project-names.ts';
import { by } from '#lib/radar/words/order.ts';

/** What of an article says which projects it is about. */
export interface ArticleSubject {
	title: string;
	/** Null where the feed carries none. */
	firstParagraph: string | null;
	/** Its own, and those that it says it is about. */
	addresses: readonly string[];
}

/** Of the feed that carries an article. */
export interface FeedSubject {
	/** Projects whose own blog it is; `all`: it writes about any. */
	about: readonly string[] | 'all';
	/** Its address: what lies on its host is its own. */
	site: string | null;
}

/** Finds the projects that an article is about, each with the first reason that holds; sorted by id. */
export type ProjectLinker = (article: ArticleSubject, feed: FeedSubject) => ProjectLink[];

/** Hosts that many projects share. */
const SHARED =
	/(^|\.)(github\.com|gitlab\.com|gitee\.com|gitcode\.com|huggingface\.co|readthedocs\.io)$/;
/** `/`, `/en/`, `/en/latest/`, `/_/index.html`: the host is the project's alone. */
const HOME_PATH = /^\/(_|en)?(\/?(latest|stable))?\/?(index\.html)?$/;
const PAGES = /\.github\.io$/;

const hostOf = (address: string | null): string | null => {
	const safe = safeUrl(address);
	return safe === null ? null : new URL(safe).hostname.replace(/^www\./, '');
};

/** Hosts that belong to one project alone, with it. */
function ownHosts(projects: readonly LinkableProject[]): Map<string, string> {
	const owners = new Map<string, Set<string>>();
	for (const { id, homepage } of projects) {
		const host = hostOf(homepage);
		if (host === null || homepage === null || SHARED.test(host)) continue;
		if (!HOME_PATH.test(new URL(homepage).pathname) && !PAGES.test(host)) continue;
		owners.set(host, (owners.get(host) ?? new Set()).add(id));
	}
	return new Map(
		[...owners].flatMap(([host, ids]) =>
			ids.size === 1 ? [[host, [...ids][0] ?? ''] as const] : []
		)
	);
}

/** The projects that a text names, once for each time; where names overlap, the longest. */
type NameFinder = (text: string) => string[];

function nameFinder(projects: readonly LinkableProject[], flags: 'gu' | 'giu'): NameFinder {
	const spelt = (name: string) => (flags === 'giu' ? name.toLowerCase() : name);
	const owners = new Map<string, string>();
	for (const project of projects) {
		for (const name of namesOf(project)) {
			if (!owners.has(spelt(name))) owners.set(spelt(name), project.id);
		}
	}
	const pattern = namePattern([...owners.keys()], flags);
	return (text) =>
		pattern === null
			? []
			: [...text.matchAll(pattern)].flatMap(([name]) => owners.get(spelt(name)) ?? []);
}

/**
 * Prepares to link articles. Addresses come first, then a blog's own projects where the title names them, then names:
 * case-sensitive, whole words, in the title, and in the first paragraph where the title names none. `ambiguous`: ids of projects whose name is
 * also something else; only an address or their own blog links them.
 */
export function projectLinker(
	projects: readonly LinkableProject[],
	ambiguous: ReadonlySet<string>
): ProjectLinker {
	const byRepository = new Map(
		projects.flatMap(({ id, repositories }) =>
			repositories.map((name) => [repositoryKey(name), id] as const)
		)
	);
	const hosts = ownHosts(projects);
	const inAnyText = nameFinder(projects, 'gu');
	const onOwnBlog = new Map<string, NameFinder>();
	const ownFinder = (about: readonly string[]): NameFinder => {
		const key = about.join(' ');
		const known = onOwnBlog.get(key);
		if (known !== undefined) return known;
		const finder = nameFinder(
			projects.filter(({ id }) => about.includes(id)),
			'giu'
		);
		onOwnBlog.set(key, finder);
		return finder;
	};

	const byAddress = (address: string, site: string | null): string | null => {
		const repository = readRepositoryAddress(address);
		if (repository.kind === 'repository') {
			return byRepository.get(repositoryKey(`${repository.owner}/${repository.name}`)) ?? null;
		}
		const host = hostOf(address);
		if (host === null || host === hostOf(site)) return null;
		for (let part = host; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) {
			const owner = hosts.get(part);
			if (owner !== undefined) return owner;
		}
		return null;
	};
	const byName = (text: string): string[] => inAnyText(text).filter((id) => !ambiguous.has(id));

	return ({ title, firstParagraph, addresses }, { about, site }) => {
		const found = new Map<string, LinkReason>();
		const add = (id: string | null, how: LinkReason) => {
			if (id !== null && !found.has(id)) found.set(id, how);
		};
		for (const address of addresses) add(byAddress(address, site), 'address');
		if (about !== 'all') for (const id of ownFinder(about)(title)) add(id, 'own-blog');
		for (const id of byName(title)) add(id, 'title');
		// A title that names its project is followed by what the project works with.
		const inTitle = [...found.values()].some((how) => how !== 'address');
		for (const id of inTitle ? [] : byName(firstParagraph ?? '')) add(id, 'paragraph');
		return [...found]
			.map(([project, how]) => ({ project, how }))
			.sort(by(({ project }) => project));
	};
}
