import { writeFileSync } from 'node:fs';

/** Writes what a command made to the file that `--out` names, or to standard output. */
export function writeOut(made: string | Uint8Array, out: string | undefined): void {
	if (out === undefined) process.stdout.write(made);
	else writeFileSync(out, made);
}
