import { isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';

/** `path` is dotted, `line` 1-based; '' and null mean the whole file. */
export interface FaultPosition {
	file: string;
	path: string;
	line: number | null;
	message: string;
}

export class InputError extends Error {
	override name = 'InputError';
	readonly places: FaultPosition[];
	constructor(places: FaultPosition[]) {
		super(places.map(formatPlace).join('\n'));
		this.places = places;
	}
}

const formatPlace = ({ file, path, line, message }: FaultPosition): string =>
	`${file}${line === null ? '' : `:${line}`}: ${path ? `${path}: ` : ''}${message}`;

export interface YamlSource {
	file: string;
	data: unknown;
	lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** The landscape has 1.1 MB. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_ALIASES = 100;

/** @throws {InputError} with file and line. */
export function readYaml(text: string, file: string): YamlSource {
	const whole = (message: string) => new InputError([{ file, path: '', line: null, message }]);
	if (text.length > MAX_BYTES) {
		const size = (text.length / 1024 / 1024).toFixed(0);
		throw whole(`${size} MB is too large: at most ${MAX_BYTES / 1024 / 1024} MB are read`);
	}
	if (text.trim() === '') throw whole('the file is empty');
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		uniqueKeys: false,
		prettyErrors: false
	});
	if (document.errors.length > 0) {
		throw new InputError(
			document.errors.slice(0, 20).map((error) => ({
				file,
				path: '',
				line: lines.linePos(error.pos[0]).line,
				message: `not valid YAML: ${error.message}`
			}))
		);
	}
	const repeated = repeatedKeys(document, lines, file);
	if (repeated.length > 0) throw new InputError(repeated);
	let data: unknown;
	try {
		data = document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (error) {
		throw whole(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
	return { file, data, lineOf: (path) => lineOf(document, lines, path) };
}

/** The parser's own check takes hours on a wide map. */
function repeatedKeys(document: Document, lines: LineCounter, file: string): FaultPosition[] {
	const found: FaultPosition[] = [];
	visit(document, {
		Map(_, map) {
			const seen = new Set<string>();
			for (const { key } of map.items) {
				if (!isScalar(key)) continue;
				const name = String(key.value);
				if (seen.has(name)) {
					const line = key.range ? lines.linePos(key.range[0]).line : null;
					found.push({ file, path: name, line, message: 'not valid YAML: keys must be unique' });
				}
				seen.add(name);
			}
		}
	});
	return found;
}

function lineOf(
	document: Document,
	lines: LineCounter,
	path: readonly PropertyKey[]
): number | null {
	for (let depth = path.length; depth >= 0; depth--) {
		const node = document.getIn(path.slice(0, depth), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return null;
}

/** @throws {InputError} listing every fault. */
export function checkYaml<S extends z.ZodType>(source: YamlSource, schema: S): z.output<S> {
	const result = schema.safeParse(source.data);
	if (result.success) return result.data;
	throw new InputError(
		result.error.issues.map((issue) => {
			const path =
				issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
			return placeIn(source, { path, message: issue.message });
		})
	);
}

export interface Fault {
	path: readonly PropertyKey[];
	message: string;
}

export const placeIn = (source: YamlSource, { path, message }: Fault): FaultPosition => ({
	file: source.file,
	path: path.join('.'),
	line: source.lineOf(path),
	message
});
