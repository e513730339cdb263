import { createInterface } from 'node:readline';
import type { Git } from './program/run.ts';
import { HEAD_REF } from './folder.ts';
import type { Tag } from './tags.ts';

export interface References {
	/** Commit of the default branch; null before the first fetch. */
	head: string | null;
	/** Null when there are more than were asked for. */
	tags: Tag[] | null;
}

const FORMAT = '%(objectname)%00%(creatordate:unix)%00%(refname)';
const TAG_PREFIX = 'refs/tags/';

/**
 * Reads the head and the tags, without any request.
 * @throws {GitFault} `damaged` when something that they name is missing.
 */
export async function readReferences(
	git: Git,
	folder: string,
	mostTags: number
): Promise<References> {
	let head: string | null = null;
	const tags: Tag[] = [];
	let count = 0;
	const args = ['for-each-ref', `--format=${FORMAT}`, HEAD_REF, TAG_PREFIX];
	await git.read(folder, args, async (stdout) => {
		for await (const line of createInterface({ input: stdout, crlfDelay: Infinity })) {
			const [oid = '', date = '', name = ''] = line.split('\0');
			if (name === HEAD_REF) head = oid;
			else if (name.startsWith(TAG_PREFIX) && ++count <= mostTags) {
				const time = /^\d{1,12}$/.test(date) ? Number(date) : null;
				tags.push({ name: name.slice(TAG_PREFIX.length), time });
			}
		}
	});
	return { head, tags: count > mostTags ? null : tags };
}
