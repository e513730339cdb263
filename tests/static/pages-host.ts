/**
 * A host of static files that behaves as GitHub Pages does: below a path, `/table` is `table.html`, what is missing is
 * `404.html`, and nobody looks at the query.
 *
 *   node tests/static/pages-host.ts [folder, default: build-static]      PORT and RADAR_BASE as for the build
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2'
};

const [folder = 'build-static'] = process.argv.slice(2);
const base = process.env.RADAR_BASE ?? '';

const isFile = (path: string): boolean =>
	statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file that answers a path within the site; null when there is none. */
function fileOf(path: string): string | null {
	const plain = join(folder, normalize(decodeURIComponent(path)));
	const candidates = path.endsWith('/') ? [join(plain, 'index.html')] : [plain, `${plain}.html`];
	return candidates.find(isFile) ?? null;
}

createServer((request, response) => {
	const { pathname } = new URL(request.url ?? '/', 'http://host');
	if (pathname === base) {
		response.writeHead(301, { location: `${base}/` }).end();
		return;
	}
	const found = pathname.startsWith(`${base}/`) ? fileOf(pathname.slice(base.length)) : null;
	const file = found ?? join(folder, '404.html');
	const type = TYPES[extname(file)] ?? 'application/octet-stream';
	response.writeHead(found === null ? 404 : 200, { 'content-type': type });
	createReadStream(file).pipe(response);
}).listen(Number(process.env.PORT ?? 4174), '127.0.0.1');
