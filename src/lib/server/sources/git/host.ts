import type { Readable } from 'node:stream';
import { GitFault } from './cause.ts';
import { bearsToken, fetchingEnvironment, type Access } from './program/environment.ts';
import { bytesComing } from './folder.ts';
import type { Git } from './program/run.ts';

export interface HostTools {
	git: Git;
	base: NodeJS.ProcessEnv;
	access: Access;
	limits: { packBytes: number; tags: number };
	/** Why the host is asked no more tonight; null while it may be. */
	closed: () => GitFault | null;
}

/** Calls a host; where it refuses the token, once more without. */
export async function callHost(
	tools: HostTools,
	folder: string,
	address: string,
	args: readonly string[],
	options: { input?: string; read?: (stdout: Readable) => Promise<unknown> }
): Promise<void> {
	const { git, base, access, limits } = tools;
	const watch = () =>
		bytesComing(folder) > limits.packBytes
			? new GitFault('too large', 'error: pack too large')
			: null;
	const call = (withToken: boolean) => {
		const environment = fetchingEnvironment(base, access, address, withToken);
		return git.fetch(folder, args, { ...options, environment, watch, secret: access.token });
	};
	try {
		await call(true);
	} catch (fault) {
		const refused = fault instanceof GitFault && fault.kind === 'forbidden';
		if (!refused || !bearsToken(access, address)) throw fault;
		await call(false);
	}
}
