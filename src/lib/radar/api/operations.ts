import type { z } from 'zod';
import { STACK_ADDRESSES } from '#lib/radar/guide/told/stack-addresses.ts';
import { guideSchema } from '#lib/radar/guide/told/guide-schema.ts';
import { NEWS_ADDRESSES } from '#lib/radar/news/news-addresses.ts';
import { newsSchema } from '#lib/radar/news/week/news-schema.ts';
import { by } from '#lib/radar/words/order.ts';
import type { Format } from './format.ts';
import { FORMATS } from './formats.ts';
import {
	NEWS_FEED_PARAMETERS,
	parametersOf,
	STACK_PARAMETERS,
	WEEK_PARAMETERS,
	type Parameter
} from './parameters.ts';

/** An address of data, with all that it takes and gives. */
export interface Operation {
	/** In lower case with hyphens. */
	id: string;
	/** `{…}`: what stands in its place. */
	path: string;
	description: string;
	/** Media type. */
	type: string;
	parameters: readonly Parameter[];
	/** Contract of the answer; null where another tool's format or a picture is given. */
	schema: z.ZodType | null;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** By path: what the two tables of addresses do not say. */
const REST: Record<string, Omit<Operation, 'path' | 'description'>> = {
	'/news.atom': {
		id: 'news-atom',
		type: 'application/atom+xml; charset=utf-8',
		parameters: NEWS_FEED_PARAMETERS,
		schema: null
	},
	'/news.json': {
		id: 'news-feed',
		type: 'application/feed+json; charset=utf-8',
		parameters: NEWS_FEED_PARAMETERS,
		schema: null
	},
	'/news/{week}.{ending}': {
		id: 'news-week',
		type: 'text/plain; charset=utf-8',
		parameters: [],
		schema: null
	},
	'/api/v1/news.json': {
		id: 'news',
		type: JSON_TYPE,
		parameters: WEEK_PARAMETERS,
		schema: newsSchema
	},
	'/api/v1/news.schema.json': {
		id: 'news-schema',
		type: JSON_TYPE,
		parameters: [],
		schema: null
	},
	'/guide/{id}.md': {
		id: 'stack-record',
		type: 'text/markdown; charset=utf-8',
		parameters: STACK_PARAMETERS,
		schema: null
	},
	'/guide/{id}.mmd': {
		id: 'stack-diagram',
		type: 'text/plain; charset=utf-8',
		parameters: STACK_PARAMETERS,
		schema: null
	},
	'/api/v1/guide/{id}.json': {
		id: 'stack',
		type: JSON_TYPE,
		parameters: STACK_PARAMETERS,
		schema: guideSchema
	}
};

/** Names of the command line that say too little beside others. */
const LONGER_NAMES = new Map([
	['json', 'radar'],
	['csv', 'radar-csv'],
	['svg', 'radar-svg'],
	['png', 'radar-png'],
	['card', 'radar-card'],
	['atom', 'changes-atom'],
	['json-feed', 'changes-feed'],
	['schema', 'radar-schema'],
	['candidates', 'candidates-csv'],
	['defects', 'defects-csv']
]);

/** Of the API itself. */
const OF_THE_API: readonly Operation[] = [
	{
		id: 'open-api',
		path: '/api/v1/openapi.json',
		description: 'This API as an OpenAPI 3.1 document, for generators of clients.',
		type: JSON_TYPE,
		parameters: [],
		schema: null
	},
	{
		id: 'json-schema',
		path: '/api/v1/schemas/{name}.json',
		description:
			'The JSON Schema (draft 2020-12) of a document, by its name in the OpenAPI document.',
		type: JSON_TYPE,
		parameters: [],
		schema: null
	}
];

/** Every address of data, in the order of its path. */
export const OPERATIONS: readonly Operation[] = [
	...Object.entries<Format>(FORMATS).map(([name, format]) => ({
		id: LONGER_NAMES.get(name) ?? name.replace(/-json$/, ''),
		path: format.path,
		description: format.description,
		type: format.type,
		parameters: parametersOf(format),
		schema: format.schema ?? null
	})),
	...[...NEWS_ADDRESSES, ...STACK_ADDRESSES].map(({ path, description }) => {
		const rest = REST[path];
		if (rest === undefined) throw new Error(`${path} is not described.`);
		return { ...rest, path, description };
	}),
	...OF_THE_API
].sort(by(({ path }) => path));

/** Name of an operation's answer among the schemas. */
export const schemaName = ({ id }: Pick<Operation, 'id'>): string =>
	id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** Contracts by name. */
export const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(
	OPERATIONS.flatMap(({ id, schema }) =>
		schema === null ? [] : [[schemaName({ id }), schema] as const]
	)
);
