import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** A command of the command line. */
export interface Command {
	name: string;
	/** One line for the list of commands. */
	summary: string;
	/** Usage, options, exit codes. */
	help: string;
	/** Runs it; answers the exit code. */
	run: (args: string[]) => number | Promise<number>;
}

/** Words on the command line that do not fit. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/**
 * Reads a command's options.
 * @throws {UsageError} naming the option that does not fit.
 */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/** The day by this machine's clock, UTC. */
export const today = (): Day => new Date().toISOString().slice(0, 10);
