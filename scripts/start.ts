/** `npm start`: seeds the database, builds the site and serves it at HOST:PORT (default 127.0.0.1:3000). */
import { spawnSync } from 'node:child_process';

process.env.HOST ??= '127.0.0.1';
process.env.PORT ??= '3000';

for (const script of ['seed', 'build']) {
	const { status } = spawnSync('npm', ['run', '--silent', script], {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0) process.exit(status ?? 1);
}
const server = new URL('../build/server.js', import.meta.url).href;
await import(server);
console.log(`CNAI Radar: http://localhost:${process.env.PORT}`);
