import { OPERATIONS, schemaName } from '#lib/radar/api/operations.ts';
import { pathExample, tagOf, TAGS } from '#lib/radar/api/open-api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	groups: TAGS.map(([name, says]) => ({
		name,
		says,
		operations: OPERATIONS.filter((operation) => tagOf(operation) === name).map((operation) => ({
			path: operation.path,
			example: pathExample(operation.path),
			description: operation.description,
			type: operation.type.split(';')[0] ?? '',
			schema: operation.schema === null ? null : schemaName(operation),
			parameters: operation.parameters.map(({ name, description, values, repeats, example }) => ({
				name,
				description: `${description}${repeats ? ' May be given several times.' : ''}`,
				values: values ?? [],
				example
			}))
		}))
	}))
});
