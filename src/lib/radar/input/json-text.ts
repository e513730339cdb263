import { InputError } from './yaml.ts';

/** A JSON text. @throws {InputError} with file, and with the line where the engine names it. */
export function readJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const line = /\bline (\d+)/.exec(message)?.[1];
		throw new InputError([
			{
				file,
				path: '',
				line: line === undefined ? null : Number(line),
				message: `not valid JSON: ${message}`
			}
		]);
	}
}

/** A value as a map; an empty one where it is none. */
export const mapOf = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};

/** A list; an empty one where it is none. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
