import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { FeedFault } from './fault.ts';

/** Not of the public internet: IANA's special-purpose registries. */
const SPECIAL = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.31.196.0', 24],
	['192.52.193.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['192.175.48.0', 24],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
] as const) {
	SPECIAL.addSubnet(net, bits, 'ipv4');
}
/** Within 2000::/3, which alone is public: protocols, documentation, and addresses that wrap one of IPv4. */
for (const [net, bits] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
] as const) {
	SPECIAL.addSubnet(net, bits, 'ipv6');
}
const GLOBAL_V6 = new BlockList();
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address lies in the public internet: not private, loopback, link-local or otherwise special. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 0) return false;
	if (family === 4) return !SPECIAL.check(address, 'ipv4');
	return GLOBAL_V6.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
}

export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) =>
	(await lookup(host, { all: true })).map(({ address }) => address);

export interface CheckedAddress {
	address: string;
	family: 4 | 6;
}

/**
 * Resolves a host once and checks every answer. The connection has to go to the returned addresses: a second look-up
 * could answer otherwise. `allowed`: addresses that are taken though they are not public; only tests have any.
 * @throws {FeedFault} when any answer is not public, or there is none.
 */
export async function checkedAddresses(
	host: string,
	resolve: Resolve,
	allowed: ReadonlySet<string>
): Promise<CheckedAddress[]> {
	// A URL writes an IPv6 address in brackets.
	const literal = host.replace(/^\[(.*)\]$/, '$1');
	let addresses: readonly string[];
	try {
		addresses = isIP(literal) > 0 ? [literal] : await resolve(literal);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		throw new FeedFault(`its host ${host} cannot be found${code}`);
	}
	if (addresses.length === 0) throw new FeedFault(`its host ${host} has no address`);
	const refused = addresses.find((address) => !allowed.has(address) && !isPublicAddress(address));
	if (refused !== undefined) {
		throw new FeedFault(`its host ${host} leads to ${refused}, which is not a public address`);
	}
	return addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
}
