import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** What a command may touch of its process. */
export interface Io {
	env: Readonly<Record<string, string | undefined>>;
	out: (made: string | Uint8Array) => void;
	/** Notes and progress; a terminal overwrites its last line by `\r`. */
	err: (text: string) => void;
	isTerminal: boolean;
}

export interface Command {
	name: string;
	/** One line. */
	summary: string;
	/** Usage, options, exit codes. */
	help: string;
	/** Returns the exit code. */
	run: (args: string[], io: Io) => number | Promise<number>;
}

/** Wrong arguments on the command line. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** @throws {UsageError} naming the invalid option. */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/** UTC. */
export const today = (): Day => new Date().toISOString().slice(0, 10);

/** @throws {UsageError} when the text is no web address. */
export function siteAddress(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) {
		throw new UsageError(
			`--site takes an address such as https://example.org/radar/, not "${text}".`
		);
	}
	return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
