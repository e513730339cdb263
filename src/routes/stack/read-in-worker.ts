import { resolve } from '$app/paths';
import type { PackageList } from '#lib/radar/stack/package-list.ts';
import type { YourStack } from '#lib/radar/stack/your-stack.ts';
import workerUrl from './stack-worker.ts?worker&url';
import type { StackRequest } from './stack-worker.ts';

let list: Promise<PackageList> | undefined;

/**
 * Reads files beside the thread that draws: a large SBOM would stop the page. Nothing is sent anywhere.
 * @throws {Error} with a message to show, when the list of packages or the reading part cannot be loaded.
 */
export async function readInWorker(files: readonly File[], pasted: string): Promise<YourStack> {
	list ??= fetchList();
	const known = await list.catch((error: unknown) => {
		// It is asked for again.
		list = undefined;
		throw error;
	});
	const worker = new Worker(trusted(workerUrl), { type: 'module' });
	try {
		return await new Promise<YourStack>((done, fail) => {
			worker.onmessage = ({ data }: MessageEvent<YourStack>) => done(data);
			worker.onerror = ({ message }) =>
				fail(new Error(message || 'What reads the files could not be loaded.'));
			worker.postMessage({ files: [...files], pasted, list: known } satisfies StackRequest);
		});
	} finally {
		worker.terminate();
	}
}

async function fetchList(): Promise<PackageList> {
	const answer = await fetch(`${resolve('/')}api/v1/packages.json`).catch(() => null);
	if (!answer?.ok) throw new Error('The list of packages could not be loaded.');
	return answer.json();
}

interface TrustedTypes {
	createPolicy: (
		name: string,
		rules: { createScriptURL: (url: string) => string }
	) => { createScriptURL: (url: string) => string };
}
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The site's policy takes no plain text as the address of a worker. */
function trusted(url: string): string {
	const types = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined;
	policy ??= types?.createPolicy('radar-worker', { createScriptURL: () => url });
	return policy?.createScriptURL(url) ?? url;
}
