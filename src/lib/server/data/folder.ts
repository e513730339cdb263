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

/** New texts by file name; null deletes the file. */
export type FolderChanges = ReadonlyMap<string, string | null>;

/** A folder's files with some changes applied. */
export class FolderFiles {
	readonly folder: string;
	readonly #changes: FolderChanges;

	constructor(folder: string, changes: FolderChanges = new Map()) {
		this.folder = folder;
		this.#changes = changes;
	}

	read(name: string): string | null {
		const changed = this.#changes.get(name);
		if (changed !== undefined) return changed;
		const file = join(this.folder, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : null;
	}

	has(room: string): boolean {
		if (existsSync(join(this.folder, room))) return true;
		return [...this.#changes].some(([name, text]) => text !== null && name.startsWith(`${room}/`));
	}

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

/** Stages all texts before replacing files, so a full disk changes nothing. */
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
