import { writeFileSync } from 'node:fs';

/** Writes to the `--out` file, or to standard output. */
export function writeOut(made: string | Uint8Array, out: string | undefined): void {
	if (out === undefined) process.stdout.write(made);
	else writeFileSync(out, made);
}
