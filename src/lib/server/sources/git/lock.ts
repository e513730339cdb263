import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

export interface FolderLock {
	/** Notes git's process group, which may outlive this process. */
	noteGroup(group: number): void;
	release(): void;
}

const holderSchema = z.object({
	host: z.string(),
	pid: z.number().int().positive(),
	group: z.number().int().positive().nullable()
});

const OLD_MS = 3_600_000;
/** Told apart from locks of a former process with the same number. */
const held = new Set<string>();

/**
 * Takes the lock of a folder, a file beside it; null while another process holds it. A lock is taken over when its
 * process and its git have ended on this machine, or after an hour.
 */
export function takeLock(folder: string, now: number): FolderLock | null {
	const file = `${folder}.lock`;
	if (held.has(file)) return null;
	const holder = { host: hostname(), pid: process.pid, group: null as number | null };
	/** Whole or not at all: of a lock cut short it would not be known whose it is. */
	const write = (put: (from: string, to: string) => void) => {
		const made = `${file}.${process.pid}.new`;
		writeFileSync(made, JSON.stringify(holder));
		try {
			put(made, file);
		} finally {
			rmSync(made, { force: true });
		}
	};
	try {
		write(linkSync);
	} catch (error) {
		if (!isCode(error, 'EEXIST') || !takeOver(file, now)) return null;
		try {
			write(linkSync);
		} catch {
			return null;
		}
	}
	held.add(file);
	return {
		noteGroup(group) {
			holder.group = group;
			write(renameSync);
		},
		release() {
			held.delete(file);
			rmSync(file, { force: true });
		}
	};
}

/** Moves a stale lock out of the way; says whether that was done. */
function takeOver(file: string, now: number): boolean {
	const aside = `${file}.${process.pid}`;
	try {
		const text = readFileSync(file, 'utf8');
		if (!isStale(text, now - statSync(file).mtimeMs)) return false;
		renameSync(file, aside);
		// Another process was quicker: this is its lock.
		if (readFileSync(aside, 'utf8') !== text) {
			renameSync(aside, file);
			return false;
		}
		rmSync(aside);
		return true;
	} catch (error) {
		// It was released in the meantime.
		if (isCode(error, 'ENOENT')) return true;
		throw error;
	}
}

function isStale(text: string, ageMs: number): boolean {
	if (ageMs > OLD_MS) return true;
	const holder = holderSchema.safeParse(parseJson(text)).data;
	if (!holder || holder.host !== hostname()) return false;
	const processRuns = holder.pid !== process.pid && isAlive(holder.pid);
	return !processRuns && (holder.group === null || !isAlive(-holder.group));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return isCode(error, 'EPERM');
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

const isCode = (error: unknown, code: string): boolean =>
	error instanceof Error && 'code' in error && error.code === code;
