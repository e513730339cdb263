import { parse, TomlError } from 'smol-toml';
import { mapOf } from '#lib/radar/input/json-text.ts';
import { unreadable } from './declared.ts';

/** A TOML text as a map. @throws {InputError} with file and line. */
export function parseToml(text: string, file: string): Record<string, unknown> {
	try {
		return mapOf(parse(text));
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const [message = 'unreadable'] = error.message.split('\n');
		throw unreadable(file, error.line, `not valid TOML: ${message}`);
	}
}
