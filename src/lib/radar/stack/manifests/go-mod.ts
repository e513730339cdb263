import type { Declared, ManifestReader } from './declared.ts';

const BLOCK = /^require\s*\(/;
const LINE = /^(?:require\s+)?"?([^\s"()]+)"?\s+v\S+\s*(\/\/.*)?$/;

/** Modules of the `require` directives: https://go.dev/ref/mod#go-mod-file-require. */
export const readGoMod: ManifestReader = (text) => {
	const found: Declared[] = [];
	let inBlock = false;
	for (const raw of text.split('\n')) {
		const line = raw.trim();
		if (BLOCK.test(line)) inBlock = true;
		else if (line.startsWith(')')) inBlock = false;
		else if (inBlock || line.startsWith('require ')) {
			const [, name, comment] = LINE.exec(line) ?? [];
			if (name === undefined) continue;
			found.push({ kind: 'go', name, direct: !/^\/\/\s*indirect\b/.test(comment ?? '') });
		}
	}
	return found;
};
