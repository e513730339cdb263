import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasePath } from '#lib/server/db/database.ts';
import type { Origin } from '#lib/server/generation/origin.ts';
import type { OriginHeaders } from './request-address.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be used; the message names the variable. */
class ServerSettingsError extends Error {
	override name = 'ServerSettingsError';
}

export interface ServerSettings {
	host: string;
	port: number;
	admin: { host: string; port: number; isAsked: boolean } | null;
	database: Origin;
	dataFolder: string;
	/** For private copies of the database. */
	cacheFolder: string;
	/** Milliseconds between two looks for something published. */
	checkEveryMs: number;
	names: OriginHeaders;
	/** Milliseconds from the signal to the end of listening, and from there to cutting connections. */
	endDelayMs: number;
	endTimeoutMs: number;
	mostMaking: number;
}

const MEGABYTE = 1024 * 1024;

/** @throws {ServerSettingsError} naming the first variable that cannot be used. */
export function serverSettings(env: Env): ServerSettings {
	const address = env.DATABASE_URL;
	if (address && !/^https?:\/\//.test(address)) {
		throw new ServerSettingsError(`DATABASE_URL takes an address of http, not “${address}”.`);
	}
	const database: Origin = address
		? {
				kind: 'address',
				url: address,
				maxBytes: whole(env, 'DATABASE_MAX_MB', 2000) * MEGABYTE,
				timeLimitMs: 60_000
			}
		: { kind: 'file', path: databasePath(env) };
	const adminPort = env.ADMIN_PORT === 'off' ? null : whole(env, 'ADMIN_PORT', 9464, 65_535);
	return {
		host: env.HOST || '0.0.0.0',
		port: whole(env, 'PORT', 3000, 65_535),
		admin:
			adminPort === null
				? null
				: {
						host: env.ADMIN_HOST || '127.0.0.1',
						port: adminPort,
						isAsked: Boolean(env.ADMIN_PORT)
					},
		database,
		dataFolder: env.RADAR_DATA || 'data',
		cacheFolder: env.RADAR_CACHE || join(tmpdir(), 'cnai-radar'),
		checkEveryMs: address ? whole(env, 'DATABASE_CHECK_SECONDS', 60) * 1000 : 1000,
		names: {
			origin: env.ORIGIN || null,
			protocolHeader: env.PROTOCOL_HEADER?.toLowerCase() || null,
			hostHeader: env.HOST_HEADER?.toLowerCase() || null,
			portHeader: env.PORT_HEADER?.toLowerCase() || null
		},
		endDelayMs: whole(env, 'SHUTDOWN_DELAY', 0) * 1000,
		endTimeoutMs: whole(env, 'SHUTDOWN_TIMEOUT', 30) * 1000,
		mostMaking: whole(env, 'MOST_COLD_REQUESTS', 200)
	};
}

function whole(env: Env, name: string, otherwise: number, most = 1_000_000): number {
	const text = env[name];
	if (text === undefined || text === '') return otherwise;
	const value = Number(text);
	if (Number.isInteger(value) && value >= 0 && value <= most) return value;
	throw new ServerSettingsError(`${name} takes a whole number from 0 to ${most}, not “${text}”.`);
}
