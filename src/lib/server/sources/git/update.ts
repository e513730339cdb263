import { GitFault } from './cause.ts';
import { REMOTE } from './program/environment.ts';
import { HEAD_REF, looseReferences, packsIn } from './folder.ts';
import { callHost, type HostTools } from './host.ts';
import { missingTags, readLeftOut, writeLeftOut } from './left-out.ts';
import { readReferences, type References } from './references.ts';
import type { Git } from './program/run.ts';

export interface Wanted {
	address: string;
	/** Commit of the default branch that GitHub names; null when it was not asked. */
	head: string | null;
	/** Number of tags that GitHub names; null when it was not asked. */
	tagCount: number | null;
}

const MOST_LOOSE_REFERENCES = 200;
const MOST_PACKS = 30;

const FETCH = [
	...['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-auto-gc'],
	...['--no-write-fetch-head', '--force', '--prune', '--filter=tree:0', '--stdin', REMOTE]
];

/**
 * Brings a folder up to the history that is wanted: commits and tags, no trees, no files. Sends no request when it is there.
 * @throws {GitFault}
 */
export async function updateFolder(
	tools: HostTools,
	folder: string,
	wanted: Wanted
): Promise<{ head: string; tags: References['tags']; fetched: boolean }> {
	const leftOut = await readLeftOut(folder);
	const before = await readReferences(tools.git, folder, tools.limits.tags);
	if (before.head !== null && isUpToDate(before, leftOut, wanted, tools))
		return { head: before.head, tags: before.tags, fetched: false };
	const closed = tools.closed();
	if (closed) throw closed;
	await fetchAll(tools, folder, wanted, leftOut);
	await tidy(tools.git, folder);
	const after = await readReferences(tools.git, folder, tools.limits.tags);
	const head = await believed(tools.git, folder, after.head, wanted.head);
	return { head, tags: after.tags, fetched: true };
}

const isUpToDate = (
	{ head, tags }: References,
	leftOut: readonly string[],
	wanted: Wanted,
	{ limits }: HostTools
): boolean =>
	head === wanted.head &&
	wanted.tagCount !== null &&
	(wanted.tagCount > limits.tags || tags?.length === wanted.tagCount - leftOut.length);

async function fetchAll(
	tools: HostTools,
	folder: string,
	wanted: Wanted,
	leftOut: readonly string[]
): Promise<void> {
	try {
		await fetchOnce(tools, folder, wanted, leftOut);
	} catch (fault) {
		if (!(fault instanceof GitFault) || fault.kind !== 'incomplete') throw fault;
		const missing = await missingTags(tools, folder, wanted.address);
		if (missing.length === 0) throw fault;
		const names = [...new Set([...leftOut, ...missing])];
		await fetchOnce(tools, folder, wanted, names);
		await writeLeftOut(folder, names);
	}
}

async function fetchOnce(
	tools: HostTools,
	folder: string,
	wanted: Wanted,
	leftOut: readonly string[]
): Promise<void> {
	const tooMany = wanted.tagCount !== null && wanted.tagCount > tools.limits.tags;
	const refspecs = [
		`+HEAD:${HEAD_REF}`,
		...(tooMany ? [] : ['+refs/tags/*:refs/tags/*', ...leftOut.map((name) => `^${name}`)])
	];
	await callHost(tools, folder, wanted.address, FETCH, { input: refspecs.join('\n') + '\n' });
}

async function tidy(git: Git, folder: string): Promise<void> {
	if ((await looseReferences(folder)) > MOST_LOOSE_REFERENCES)
		await git.read(folder, ['pack-refs', '--all']);
	if ((await packsIn(folder)) > MOST_PACKS) await git.read(folder, ['repack', '-a', '-d', '-q']);
}

/** The head must be the one that GitHub names, or follow it. */
async function believed(
	git: Git,
	folder: string,
	head: string | null,
	named: string | null
): Promise<string> {
	if (head === null) throw new GitFault('incomplete', 'error: no default branch came');
	if (named === null || head === named) return head;
	try {
		await git.read(folder, ['merge-base', '--is-ancestor', named, head]);
		return head;
	} catch (fault) {
		if (!(fault instanceof GitFault)) throw fault;
		throw new GitFault('other head', `error: ${head} does not follow ${named}`);
	}
}
