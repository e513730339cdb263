import { z } from 'zod';
import { checkYaml, readYaml } from './yaml.ts';

/** One entry of `data/sources.yml`. */
export const sourceSchema = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1),
	url: z.url({ protocol: /^https?$/ }),
	/** How the figures came about, in a few words. */
	kind: z.enum(['history', 'published-snapshots', 'api', 'landscape', 'curated'])
});

/** Where observations come from: cited beside every figure. */
export type Source = z.output<typeof sourceSchema>;

/**
 * Reads `data/sources.yml`.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function parseSources(text: string, file: string): Source[] {
	return checkYaml(readYaml(text, file), z.strictObject({ sources: z.array(sourceSchema) }))
		.sources;
}
