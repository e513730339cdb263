import type { PackageList } from '#lib/radar/stack/package-list.ts';
import { yourStack } from '#lib/radar/stack/your-stack.ts';

/** What the page hands over: files, and text that was pasted. */
export interface StackRequest {
	files: readonly File[];
	pasted: string;
	list: PackageList;
}

addEventListener('message', async ({ data }: MessageEvent<StackRequest>) => {
	const { files, pasted, list } = data;
	const read = await Promise.all(
		files.map(async (file) => ({ path: file.name, text: await file.text() }))
	);
	const all = pasted.trim() === '' ? read : [...read, { path: null, text: pasted }];
	postMessage(yourStack(all, list));
});
