import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { countText, plural } from '#lib/radar/words/numbers.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { gitVersion } from '#lib/server/sources/git/program/version.ts';
import { fail, messageOf, ok, warn, type Check } from './check.ts';

const MB = 1024 * 1024;
/** Histories of the AI group take 1.4 GB, and a clone some room beside. */
const ROOM_MB = 3 * 1024;
const LEAST_MB = 300;

export function gitCheck(): Check {
	try {
		return ok('git', `Version ${gitVersion()}.`);
	} catch (error) {
		return fail('git', messageOf(error), 'Install git 2.32 or newer.');
	}
}

/** Room where the histories are kept. */
export function diskCheck(cache: string): Check {
	const folder = nearestFolder(cache);
	const { bavail, bsize } = statfsSync(folder);
	const free = Math.floor((bavail * bsize) / MB);
	const found = `${countText(free)} MB are free for the histories, in ${cache}.`;
	const advice = 'Make room, or name another folder by HISTORY_CACHE.';
	if (free < LEAST_MB) return fail('disk', found, advice);
	return free < ROOM_MB ? warn('disk', found, advice) : ok('disk', found);
}

function nearestFolder(path: string): string {
	let folder = resolve(path);
	while (!existsSync(folder)) folder = dirname(folder);
	return folder;
}

/** Also hands over the folder, where it can be read. */
export function dataFolderCheck(folder: string): { check: Check; data: DataFolder | null } {
	const name = 'data folder';
	const init = 'npm run radar -- init makes a new one.';
	if (!existsSync(folder)) {
		return { check: fail(name, `There is no folder ${folder}.`, init), data: null };
	}
	let data: DataFolder;
	try {
		data = readDataFolder(folder);
	} catch (error) {
		const advice = `Mend what is named; ${init}`;
		return { check: fail(name, messageOf(error), advice), data: null };
	}
	try {
		accessSync(folder, constants.W_OK);
	} catch {
		const advice = 'Give the crawl’s user the right to write there.';
		return { check: fail(name, `${folder} cannot be written.`, advice), data };
	}
	const { editions, skipped } = data;
	const newest = editions.at(-1)?.id;
	const found = `${plural(editions.length, 'edition')}${newest === undefined ? '' : `, the newest ${newest}`}.`;
	if (skipped.length === 0) return { check: ok(name, found), data };
	const lines = `${found} ${plural(skipped.length, 'line')} cannot be read.`;
	return { check: warn(name, lines, 'npm run radar -- seed names them.'), data };
}
