import { readYaml } from '#lib/radar/input/yaml.ts';
import { mapOf } from '#lib/radar/input/json-text.ts';
import { textsOf, type ManifestReader } from './declared.ts';
import { requirementsDeclared } from './requirements.ts';

/**
 * Packages of a Conda environment, and those that it has pip install. Conda names nearly all Python packages as PyPI
 * does, so both are taken for names there.
 */
export const readEnvironmentYml: ManifestReader = (text, file) => {
	const { dependencies } = mapOf(readYaml(text, file).data);
	const conda = textsOf(dependencies).map((name) => name.replace(/^[^\s]*::/, ''));
	const pip = (Array.isArray(dependencies) ? dependencies : []).flatMap((entry) =>
		textsOf(mapOf(entry).pip)
	);
	return requirementsDeclared([...conda, ...pip]).filter(
		({ name }) => name !== 'python' && name !== 'pip'
	);
};
