/** `npm run soak [requests]`: the built server under load, publishes and faults; figures beside their targets. Needs a build and a seeded database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasePath } from '#lib/server/db/database.ts';
import { publishFile } from '#lib/server/publish/publish-file.ts';
import { print } from './bench/figure.ts';
import { wrongClock } from './soak/clock.ts';
import { idleConnections, oddRequests } from './soak/connections.ts';
import {
	brokenFiles,
	fullDisk,
	killedPublishes,
	killedServer,
	noiseAtStart,
	orderlyEnd
} from './soak/faults.ts';
import { madeUpRequests, steadyMemory } from './soak/many-requests.ts';
import { SoakedServer } from './soak/soaked-server.ts';
import { keptAnswers, publishes, put, withoutNewest } from './soak/under-load.ts';

const COUNT = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'radar-soak-'));
const files = {
	now: join(folder, 'now.db'),
	before: join(folder, 'before.db'),
	served: join(folder, 'radar.db')
};

await publishFile(databasePath(process.env), files.now);
withoutNewest(files.now, files.before);
put(files.now, files);
const server = new SoakedServer(4477, { DATABASE_PATH: files.served, RADAR_CACHE: folder });
print({
	what: 'cold start, first page included',
	measured: await server.start(),
	unit: 'ms',
	target: 1000
});
await keptAnswers(server);
await publishes(server, files);
await brokenFiles(server, files);
await fullDisk(server, files);
await idleConnections(server);
await oddRequests(server);
await killedPublishes(server, files);
await madeUpRequests(server, COUNT / 5);
await steadyMemory(server, COUNT);
await killedServer(server);
await noiseAtStart(server, files);
await orderlyEnd(server);
server.close();
await wrongClock(files, folder);
rmSync(folder, { recursive: true });
