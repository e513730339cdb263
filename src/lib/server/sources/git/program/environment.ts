import { isBelow, type Protocol } from '#lib/server/sources/git/address.ts';

export interface Access {
	protocols: readonly Protocol[];
	/** Sent unasked, to addresses below `tokenFor` only. */
	token: string | null;
	tokenFor: string;
	/** How git names itself, such as `git/2.47.0 cnai-radar`. */
	agent: string;
	/** Slower than this for so many seconds is a failure. */
	lowSpeed: { bytesPerSecond: number; seconds: number };
}

/** Git's name for the host. Folders hold no address: it comes with each call. */
export const REMOTE = 'radar';

const PASSED_ON = [
	...['PATH', 'http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
	...['no_proxy', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE'],
	...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH']
];

const FIXED = {
	LC_ALL: 'C',
	TZ: 'UTC',
	// Not the empty string: curl would look the home up, and read a `.netrc` there.
	HOME: '/dev/null',
	XDG_CONFIG_HOME: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_ATTR_NOSYSTEM: '1',
	GIT_TERMINAL_PROMPT: '0',
	GIT_ASKPASS: '/bin/false',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_NO_LAZY_FETCH: '1'
};

const SETTINGS: readonly (readonly [string, string])[] = [
	['core.hooksPath', '/dev/null'],
	['core.fsmonitor', 'false'],
	['gc.auto', '0'],
	['maintenance.auto', 'false'],
	['log.mailmap', 'false'],
	['mailmap.blob', ''],
	['mailmap.file', ''],
	['log.showSignature', 'false'],
	// Each thread takes address space.
	['pack.threads', '2'],
	['credential.helper', '']
];

type Environment = Record<string, string>;

/** The environment of commands that read a folder: they can reach no host. */
export const readingEnvironment = (base: NodeJS.ProcessEnv): Environment => ({
	...fromNothing(base),
	GIT_ALLOW_PROTOCOL: 'none',
	...settings(SETTINGS)
});

/** The environment of commands that fetch from an address. */
export function fetchingEnvironment(
	base: NodeJS.ProcessEnv,
	access: Access,
	address: string,
	withToken: boolean
): Environment {
	const { token, tokenFor, agent, lowSpeed, protocols } = access;
	const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
	return {
		...fromNothing(base),
		GIT_ALLOW_PROTOCOL: protocols.join(':'),
		...settings([
			...SETTINGS,
			[`remote.${REMOTE}.url`, address],
			['http.followRedirects', 'false'],
			['http.userAgent', agent],
			['http.lowSpeedLimit', String(lowSpeed.bytesPerSecond)],
			['http.lowSpeedTime', String(lowSpeed.seconds)],
			...(bearsToken(access, address) && withToken
				? [[`http.${tokenFor}.extraHeader`, header] as const]
				: [])
		])
	};
}

export const bearsToken = ({ token, tokenFor }: Access, address: string): boolean =>
	token !== null && isBelow(address, tokenFor);

const fromNothing = (base: NodeJS.ProcessEnv): Environment => ({
	...Object.fromEntries(PASSED_ON.flatMap((name) => (base[name] ? [[name, base[name]]] : []))),
	...FIXED
});

/** Not by arguments: other users of the machine can read them. */
const settings = (pairs: readonly (readonly [string, string])[]): Environment => ({
	GIT_CONFIG_COUNT: String(pairs.length),
	...Object.fromEntries(
		pairs.flatMap(([key, value], i) => [
			[`GIT_CONFIG_KEY_${i}`, key],
			[`GIT_CONFIG_VALUE_${i}`, value]
		])
	)
});
