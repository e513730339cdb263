import {
	existsSync,
	mkdirSync,
	openSync,
	closeSync,
	fsyncSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';

/** New texts of files by their name within a folder (`/` between parts); null takes the file away. */
export type FolderChanges = ReadonlyMap<string, string | null>;

/** The files of a folder as they would be with some changes. */
export class FolderFiles {
	readonly folder: string;
	readonly #changes: FolderChanges;

	constructor(folder: string, changes: FolderChanges = new Map()) {
		this.folder = folder;
		this.#changes = changes;
	}

	/** A file's text; null when there is none. */
	read(name: string): string | null {
		const changed = this.#changes.get(name);
		if (changed !== undefined) return changed;
		const file = join(this.folder, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : null;
	}

	/** Whether there is a room of that name in the folder. */
	has(room: string): boolean {
		if (existsSync(join(this.folder, room))) return true;
		return [...this.#changes].some(([name, text]) => text !== null && name.startsWith(`${room}/`));
	}

	/** Names of the `.ndjson` files in a room of the folder, sorted. */
	list(room: string): string[] {
		const path = join(this.folder, room);
		const names = new Set(
			existsSync(path) ? readdirSync(path).map((name) => `${room}/${name}`) : []
		);
		for (const [name, text] of this.#changes) {
			if (!name.startsWith(`${room}/`)) continue;
			if (text === null) names.delete(name);
			else names.add(name);
		}
		return [...names].filter((name) => name.endsWith('.ndjson')).sort();
	}
}

/**
 * Makes the changes, in their order: first every new text is written beside its file, then all take their places, so
 * that a full disk stops it before anything has changed.
 */
export function applyChanges(folder: string, changes: FolderChanges): void {
	const staged: [string, string][] = [];
	try {
		for (const [name, text] of changes) {
			if (text === null) continue;
			const file = join(folder, name);
			mkdirSync(dirname(file), { recursive: true });
			staged.push([`${file}.tmp`, file]);
			writeDurably(`${file}.tmp`, text);
		}
		for (const [from, to] of staged) renameSync(from, to);
	} catch (error) {
		for (const [from] of staged) rmSync(from, { force: true });
		throw error;
	}
	for (const [name, text] of changes)
		if (text === null) rmSync(join(folder, name), { force: true });
}

function writeDurably(file: string, text: string): void {
	const handle = openSync(file, 'w');
	try {
		writeFileSync(handle, text);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
