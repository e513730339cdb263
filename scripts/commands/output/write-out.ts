import type { Io } from '../command.ts';
import { writeFileSync } from 'node:fs';

/** Writes to the `--out` file, or to standard output. */
export function writeOut(io: Io, made: string | Uint8Array, out: string | undefined): void {
	if (out === undefined) io.out(made);
	else writeFileSync(out, made);
}
