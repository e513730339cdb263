import type { ObservedPart } from '#lib/radar/model/use-share.ts';

type User = ObservedPart['usedBy'][number];

/** Folders whose manifests say less than those of the program itself, and what each is called. */
const FOLDERS: readonly [RegExp, string][] = [
	[/^(?:tests?|testing|e2e|[\w-]*-?test-helpers)$/, 'a test'],
	[/^(?:examples?|samples?|sample[-_]apps?|demos?|cookbook|tutorials?)$/, 'an example'],
	[/^benchmarks?$/, 'a benchmark'],
	[/^(?:docs?|documentation)$/, 'documentation'],
	[/^images$/, 'a container image beside the program']
];

/** What a manifest belongs to, by its folders: "a test", "an example"; null: nothing tells it from the program's own. */
export function besideProgram(file: string): string | null {
	const folders = file.toLowerCase().split('/').slice(0, -1);
	for (const [name, what] of FOLDERS) {
		if (folders.some((folder) => name.test(folder))) return what;
	}
	return null;
}

/** Users whose program declares the project first, then those that name it beside it; each as they were ordered. */
export function programsFirst(users: readonly User[]): User[] {
	const isProgram = ({ file }: User) => besideProgram(file) === null;
	return [...users.filter(isProgram), ...users.filter((user) => !isProgram(user))];
}
