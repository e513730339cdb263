import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REMOTE } from './program/environment.ts';
import { takeLock } from './lock.ts';

/** The default branch, whatever its name. */
export const HEAD_REF = 'refs/radar/head';

/** Trees are promised by a remote without an address, so they can be asked for nowhere. */
const CONFIG = `[core]
	repositoryFormatVersion = 1
	bare = true
[extensions]
	partialClone = ${REMOTE}
[remote "${REMOTE}"]
	promisor = true
	partialCloneFilter = tree:0
`;
const FOLDER = /^(?:\d+|address-[0-9a-f]{32})\.git$/;
const MS_PER_DAY = 86_400_000;
const KEPT_DAYS = 30;

/** The folder of a history: by GitHub's number, which no other repository inherits; else by its address. */
export function folderOf(
	cache: string,
	{ databaseId, address }: { databaseId: number | null; address: string }
): string {
	const name =
		databaseId === null
			? `address-${createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 32)}`
			: String(databaseId);
	return join(cache, `${name}.git`);
}

/** Makes the folder, marks it as used, and clears away what a killed git left. Needs the lock: a git at work would lose files. */
export async function prepareFolder(folder: string, now: number): Promise<void> {
	for (const part of ['objects/pack', 'refs/tags']) {
		await mkdir(join(folder, part), { recursive: true });
	}
	await writeFile(join(folder, 'config'), CONFIG);
	// A branch that never exists: git looks nothing up there.
	await writeFile(join(folder, 'HEAD'), 'ref: refs/radar/none\n');
	const left = [
		...(await namesIn(folder, '')).filter((name) => name.endsWith('.lock')),
		...(await namesIn(folder, 'refs', true)).filter((name) => name.endsWith('.lock')),
		...(await namesIn(folder, 'objects')).filter((name) => /\/tmp_/.test(name)),
		...(await namesIn(folder, 'objects/pack')).filter((name) => /\/\.?tmp[-_]|\.keep$/.test(name))
	];
	for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
	await utimes(folder, new Date(now), new Date(now));
}

export const looseReferences = async (folder: string): Promise<number> =>
	(await namesIn(folder, 'refs', true)).length;

export const packsIn = async (folder: string): Promise<number> =>
	(await namesIn(folder, 'objects/pack')).filter((name) => name.endsWith('.pack')).length;

export function bytesComing(folder: string): number {
	try {
		const place = join(folder, 'objects/pack');
		const coming = readdirSync(place).filter((name) => name.startsWith('tmp_pack_'));
		return coming.reduce((bytes, name) => bytes + statSync(join(place, name)).size, 0);
	} catch {
		// It has arrived, and has another name.
		return 0;
	}
}

async function namesIn(folder: string, part: string, recursive = false): Promise<string[]> {
	const names = await readdir(join(folder, part), { recursive });
	return names.map((name) => join(part, name));
}

export async function removeUnused(cache: string, now: number): Promise<void> {
	for (const name of await readdir(cache)) {
		if (!FOLDER.test(name)) continue;
		const used = await stat(join(cache, name)).catch(() => null);
		if (used === null || now - used.mtimeMs <= KEPT_DAYS * MS_PER_DAY) continue;
		const lock = takeLock(join(cache, name), now);
		if (lock === null) continue;
		await rm(join(cache, name), { recursive: true, force: true });
		lock.release();
	}
}
