import { z } from 'zod';
import { categoriesSchema, quadrantsSchema, ringsSchema } from './settings/drawing.ts';
import { landscapeSchema } from './settings/landscape.ts';
import { languageModelSchema } from './settings/language-model.ts';
import { limitsSchema, presetsSchema } from './settings/methodology.ts';
import { modelSchema, type Model } from './settings/model.ts';
import { refuser } from '#lib/radar/input/refusal.ts';
import { scopeSchema } from './settings/scope.ts';
import { checkYaml, readYaml, type YamlSource } from '#lib/radar/input/yaml.ts';
import { plural } from '#lib/radar/words/numbers.ts';

const webAddress = z.url({ protocol: /^https$/ });

const settingsSchema = z
	.strictObject({
		title: z.string(),
		site: z.strictObject({
			repository: webAddress,
			notice: z.string(),
			/** What is rated, in the plural, as headings say it. */
			subject: z.string().min(1).default('projects'),
			/** A group of the foundation that readers may join; it need not run the radar. */
			working_group: z
				.strictObject({ name: z.string().min(1), charter: webAddress, calendar: webAddress })
				.optional()
		}),
		attribution: z.array(
			z.strictObject({ name: z.string(), license: z.string(), url: webAddress })
		),
		landscape: landscapeSchema.prefault({}),
		scope: scopeSchema,
		rings: ringsSchema,
		categories: categoriesSchema,
		quadrants: quadrantsSchema,
		model: modelSchema,
		presets: presetsSchema.default([]),
		limits: limitsSchema,
		llm: languageModelSchema.prefault({})
	})
	.superRefine(({ scope, categories, quadrants, model, presets }, context) => {
		const refuse = refuser(context);
		const inScope = (names: readonly string[]) =>
			[...names].sort().join('|') === [...scope.categories].sort().join('|');
		if (!inScope(categories.map(({ name }) => name))) {
			refuse(['categories'], 'must name exactly the categories of the scope');
		}
		if (!inScope(quadrants.flatMap((quadrant) => quadrant.categories))) {
			refuse(['quadrants'], 'must hold every category of the scope once');
		}
		const expected = model.dimensions.length;
		presets.forEach(({ weights }, p) => {
			if (weights.length === expected) return;
			refuse(
				['presets', p, 'weights'],
				`${plural(weights.length, 'weight')}, but the model has ${plural(expected, 'dimension')}`
			);
		});
	});
export type Settings = z.output<typeof settingsSchema>;

/** `data/radar.yml`. @throws {InputError} listing every fault. */
export const readSettings = (source: YamlSource): Settings => checkYaml(source, settingsSchema);

export const parseSettings = (text: string, file: string): Settings =>
	readSettings(readYaml(text, file));

/** A former version in `data/models/`. @throws {InputError} */
export const parseModel = (text: string, file: string): Model =>
	checkYaml(readYaml(text, file), modelSchema);
