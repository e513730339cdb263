import { refuser } from '#lib/radar/input/refusal.ts';
import { checkYaml, readYaml, type YamlSource } from '#lib/radar/input/yaml.ts';
import { refuseFaults, refuseStrangers } from './use-cases-faults.ts';
import { indexed, type UseCases } from './use-cases-index.ts';
import { useCasesSchema } from './use-cases-schema.ts';

export type { UseCases } from './use-cases-index.ts';
export type {
	Condition,
	DocumentedPair,
	NeedStrength,
	Role,
	RoleFact,
	UseCase,
	UseCasesFile
} from './use-cases-schema.ts';

/** What was ever on the radar: facts about anything else are misspelt. */
export interface EverKnown {
	/** Ids of all projects that ever stood on the radar. */
	projects: ReadonlySet<string>;
	/** `Category / Box` of every place in the landscape's AI group. */
	boxes: ReadonlySet<string>;
}

/**
 * Reads `data/use-cases.yml`. `known`: refuse projects and boxes that never stood on the radar; one that has left is
 * no error.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function readUseCases(source: YamlSource, known?: EverKnown): UseCases {
	const schema = useCasesSchema.superRefine((data, context) => {
		const refuse = refuser(context);
		refuseFaults(data, refuse);
		if (known === undefined) return;
		const { projects, boxes } = known;
		refuseStrangers(
			data,
			{ isProject: (id) => projects.has(id), isBox: (box) => boxes.has(box) },
			refuse
		);
	});
	return indexed(checkYaml(source, schema));
}

/** The same from a text. @throws {InputError} */
export const parseUseCases = (text: string, file: string, known?: EverKnown): UseCases =>
	readUseCases(readYaml(text, file), known);
