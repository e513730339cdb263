const BLOCK = 512;

export function filesOfTar(tar: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	const text = (from: number, to: number) => tar.toString('latin1', from, to).replace(/\0.*$/s, '');
	for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
		const size = parseInt(text(at + 124, at + 136), 8) || 0;
		const kind = text(at + 156, at + 157);
		const from = at + BLOCK;
		if (kind === '' || kind === '0') files.set(text(at, at + 100), tar.subarray(from, from + size));
		at = from + Math.ceil(size / BLOCK) * BLOCK;
	}
	return files;
}
