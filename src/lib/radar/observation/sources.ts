import { z } from 'zod';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';
import { checkYaml, readYaml } from '#lib/radar/input/yaml.ts';

export const sourceSchema = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1),
	url: z.url({ protocol: /^https?$/ }),
	kind: z.enum(['history', 'published-snapshots', 'api', 'landscape', 'curated'])
});

export type Source = z.output<typeof sourceSchema>;

const REQUIRED_SOURCES = ['landscape', 'overrides', 'github', 'git'] as const;
export type RequiredSource = (typeof REQUIRED_SOURCES)[number];

const sourcesSchema = z.strictObject({
	sources: z.array(sourceSchema).superRefine((sources, context) => {
		const refuse = refuser(context);
		refuseRepeated(
			refuse,
			'source',
			sources.map(({ id }, s) => ({ id, path: [s, 'id'] }))
		);
		for (const id of REQUIRED_SOURCES) {
			if (!sources.some((source) => source.id === id)) {
				refuse([], `there is no source ${id}, which the program itself cites`);
			}
		}
	})
});

/** @throws {InputError} listing every fault. */
export const parseSources = (text: string, file: string): Source[] =>
	checkYaml(readYaml(text, file), sourcesSchema).sources;
