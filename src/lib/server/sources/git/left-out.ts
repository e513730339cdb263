import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REMOTE } from './program/environment.ts';
import { callHost, type HostTools } from './host.ts';

const FILE = 'radar-left-out';

/** Tags that a folder leaves out, by their full names. */
export async function readLeftOut(folder: string): Promise<string[]> {
	const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
	return text.split('\n').filter((name) => name.startsWith('refs/tags/'));
}

export const writeLeftOut = (folder: string, names: readonly string[]): Promise<void> =>
	writeFile(join(folder, FILE), names.join('\n'));

/**
 * Tags of trees: a fetch without trees leaves those out, and then fails as a whole. What came is in the folder, so
 * what is missing there are they.
 */
export async function missingTags(
	tools: HostTools,
	folder: string,
	address: string
): Promise<string[]> {
	const tags: { oid: string; name: string }[] = [];
	// Annotated tags are listed twice, the second time with what they point at.
	await callHost(tools, folder, address, ['ls-remote', '--tags', REMOTE], {
		read: async (stdout) => {
			for await (const line of createInterface({ input: stdout })) {
				const [oid, name] = line.split('\t');
				if (oid && name) tags.push({ oid, name: name.replace(/\^\{\}$/, '') });
			}
		}
	});
	const missing = new Set(tags.map(({ oid }) => oid));
	// Asking for a missing object would be an error.
	const args = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)', '--unordered'];
	await tools.git.read(folder, args, async (stdout) => {
		for await (const oid of createInterface({ input: stdout })) missing.delete(oid);
	});
	return tags.filter(({ oid }) => missing.has(oid)).map(({ name }) => name);
}
