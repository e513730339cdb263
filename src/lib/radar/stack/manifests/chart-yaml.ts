import { readYaml } from '#lib/radar/input/yaml.ts';
import { listOf, mapOf } from '#lib/radar/input/json-text.ts';
import { declare, type ManifestReader } from './declared.ts';

/** Charts that a Helm chart depends on. */
export const readChartYaml: ManifestReader = (text, file) => {
	const { dependencies } = mapOf(readYaml(text, file).data);
	const names = listOf(dependencies).flatMap((entry) => {
		const { name } = mapOf(entry);
		return typeof name === 'string' ? [name] : [];
	});
	return [...new Set(names)].map((name) => declare('chart', name));
};
