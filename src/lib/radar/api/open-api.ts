import { z } from 'zod';
import { API_VERSION } from './documents/about.ts';
import { OPERATIONS, SCHEMAS, schemaName, type Operation } from './operations.ts';
import type { Parameter } from './parameters.ts';
import { PROBLEM_TYPE } from './problem.ts';

type JsonObject = Record<string, unknown>;

/** What stands in an address for a name in braces. */
const PATH_PARAMETERS: Record<string, (path: string) => readonly [words: string, example: string]> =
	{
		id: (path) =>
			path.startsWith('/projects') || path.startsWith('/api/v1/projects')
				? ['Id of a project.', 'kserve']
				: path.startsWith('/categories')
					? ['Id of a category: its name in lower case, with hyphens.', 'inference']
					: path.includes('guide/')
						? ['Id of a use case.', 'rag']
						: ['Id of an edition.', '2026-08'],
		week: () => ['A week.', '2026-W35'],
		ending: () => ['email.html, txt or md.', 'md'],
		name: () => ['Name of a schema of the OpenAPI document.', 'Project']
	};

/** Groups of addresses, with what each holds. */
export const TAGS = [
	['Data', 'The facts as JSON and CSV, and the formats of other radars.'],
	['Feeds', 'What changed, as it changes.'],
	['Pictures', 'The radar, cards and badges.'],
	['Guide', 'Stacks for use cases.']
] as const;

/** JSON Schema, draft 2020-12, of a contract by its name; null for an unknown name. */
export function jsonSchema(name: string): JsonObject | null {
	const schema = SCHEMAS.get(name);
	return schema === undefined ? null : { title: name, ...z.toJSONSchema(schema) };
}

/** The API as an OpenAPI 3.1 document. `server`: address of the site without a final slash; null: where the document lies. */
export const openApi = (server: string | null): JsonObject => ({
	openapi: '3.1.0',
	info: {
		title: 'CNAI Radar',
		version: API_VERSION,
		description:
			'A computed, explained radar of a landscape’s projects. Open to all, without a key, from any origin. Unknown parameters are refused with the nearest word. The same edition gives the same bytes: answers carry an ETag.',
		license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' }
	},
	servers: [{ url: server ?? '../..' }],
	security: [],
	tags: TAGS.map(([name, description]) => ({ name, description })),
	paths: Object.fromEntries(
		OPERATIONS.map((operation) => [operation.path, { get: operationObject(operation) }])
	),
	components: {
		schemas: {
			Problem: PROBLEM,
			...Object.fromEntries([...SCHEMAS].map(([name, schema]) => [name, inDocument(schema)]))
		}
	}
});

function operationObject(operation: Operation): JsonObject {
	const { id, path, description, parameters, type } = operation;
	const name = schemaName({ id });
	const fromPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => pathParameter(key, path));
	return {
		operationId: name[0]?.toLowerCase() + name.slice(1),
		tags: [tagOf(operation)],
		summary: description.split(/[.:,;]/)[0],
		description,
		...(fromPath.length + parameters.length > 0 && {
			parameters: [...fromPath, ...parameters.map(queryParameter), ...answersOf(path)]
		}),
		responses: {
			'200': {
				description: 'As asked.',
				content: { [type.split(';')[0] ?? type]: { schema: answerSchema(operation) } }
			},
			'304': { description: 'Not changed since the answer with the ETag that was sent.' },
			'400': problem('A parameter that is not known.'),
			'404': problem('There is no such edition, project, use case or week.')
		}
	};
}

/** The group of an address. */
export function tagOf({ type, path }: Pick<Operation, 'type' | 'path'>): (typeof TAGS)[number][0] {
	if (/atom|feed/.test(type)) return 'Feeds';
	if (type.startsWith('image/')) return 'Pictures';
	return path.includes('guide/') ? 'Guide' : 'Data';
}

function answerSchema({ id, schema, type }: Operation): JsonObject {
	if (schema !== null) return { $ref: `#/components/schemas/${schemaName({ id })}` };
	return /json/.test(type) ? {} : { type: 'string' };
}

function pathParameter(name: string, path: string): JsonObject {
	const [description, example] = PATH_PARAMETERS[name]?.(path) ?? ['', ''];
	return { name, in: 'path', required: true, description, example, schema: { type: 'string' } };
}

function queryParameter({ name, description, values, repeats, example }: Parameter): JsonObject {
	const one = { type: 'string', ...(values !== null && { enum: values }) };
	return {
		name,
		in: 'query',
		description,
		example: repeats ? [example] : example,
		schema: repeats ? { type: 'array', items: one } : one
	};
}

/** Answers to questions have the questions' own names, which differ from data to data. */
const answersOf = (path: string): JsonObject[] =>
	path.includes('guide/{id}.')
		? [
				{
					name: 'answers',
					in: 'query',
					description: 'Answers to questions of the guide: guide.json lists both.',
					style: 'form',
					explode: true,
					example: { where: 'edge' },
					schema: { type: 'object', additionalProperties: { type: 'string' } }
				}
			]
		: [];

/** An address with examples in place of what stands in braces. */
export const pathExample = (path: string): string =>
	path.replace(/\{(\w+)\}/g, (_, name: string) => PATH_PARAMETERS[name]?.(path)[1] ?? name);

const problem = (description: string): JsonObject => ({
	description,
	content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } }
});

const inDocument = (schema: z.ZodType): JsonObject => {
	const { $schema: _, ...rest } = z.toJSONSchema(schema);
	return rest;
};

const PROBLEM = inDocument(
	z.object({
		type: z.literal('about:blank'),
		title: z.string(),
		status: z.number().int(),
		detail: z.string(),
		errors: z
			.array(
				z.object({
					parameter: z.string(),
					value: z.string().nullable(),
					message: z.string(),
					nearest: z.string().nullable(),
					known: z.array(z.string())
				})
			)
			.optional()
	})
);
