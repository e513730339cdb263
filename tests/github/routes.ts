import type { Asked } from './misbehaviour.ts';
import { fullNameOf, type World, type WorldRepository } from './world.ts';

/** Which endpoint a request is for, and of which repository. */
export function whatIsAsked(address: URL, world: World): Asked {
	const repository = repositoryAt(address, world);
	const name = repository && fullNameOf(repository);
	if (address.pathname === '/landscape.yml') return { endpoint: 'landscape', repository: null };
	if (address.pathname.endsWith('/graphql')) return { endpoint: 'graphql', repository: null };
	if (address.pathname.endsWith('/rate_limit')) return { endpoint: 'rate-limit', repository: null };
	return { endpoint: 'repository', repository: name };
}

/** The repository that an address names, by a present or former name or by its number. */
export function repositoryAt({ pathname }: URL, world: World): WorldRepository | null {
	const byName = /^\/repos\/([^/]+\/[^/]+)/.exec(pathname)?.[1];
	if (byName) return world.find(decodeURIComponent(byName));
	const byId = /^\/repositories\/(\d+)/.exec(pathname)?.[1];
	return byId ? world.byId(Number(byId)) : null;
}
