/** `npm run bench [-- name … [file]]`: prints figures beside their targets; each part runs in its own process and gets the file. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'bench');
/** Shared modules without figures. */
const SHARED = new Set(['figure', 'browser', 'trace', 'page-load', 'crawl-process']);

const parts = readdirSync(FOLDER)
	.map((file) => basename(file, '.ts'))
	.filter((name) => !SHARED.has(name));
const given = process.argv.slice(2);
const last = given.at(-1);
const files = given.length > 1 && last !== undefined && existsSync(last) ? [last] : [];
const asked = given.slice(0, given.length - files.length);
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join(', ')}. Parts: ${parts.join(', ')}`);
	process.exit(2);
}

const [cpu] = cpus();
console.log(
	`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`
);
let failed = false;
for (const part of asked.length > 0 ? asked : parts) {
	console.log(`\n${part}`);
	const { status } = spawnSync(process.execPath, [join(FOLDER, `${part}.ts`), ...files], {
		stdio: 'inherit'
	});
	failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
