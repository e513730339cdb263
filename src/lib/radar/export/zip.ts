import { strToU8, zipSync } from 'fflate';

/** The files as a zip archive: the same files give the same bytes. */
export function zipped(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
	const bytes = Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)]));
	// The format knows no time zones, so a time is given that is the same in all of them.
	return new Uint8Array(zipSync(bytes, { level: 9, mtime: new Date(1980, 0, 1) }));
}
