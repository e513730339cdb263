import { mapOf } from '#lib/radar/input/json-text.ts';
import { textsOf, type ManifestReader } from './declared.ts';
import { requirementsDeclared } from './requirements.ts';
import { parseToml } from './toml.ts';

/** `pyproject.toml` by the standard, and as Poetry, uv and PDM write it. What only builds the package is left out. */
export const readPyproject: ManifestReader = (text, file) => {
	const data = parseToml(text, file);
	const project = mapOf(data.project);
	const tool = mapOf(data.tool);
	const poetry = mapOf(tool.poetry);
	const groups = Object.values(mapOf(poetry.group)).map((group) => mapOf(group).dependencies);
	const lists = [
		project.dependencies,
		...Object.values(mapOf(project['optional-dependencies'])),
		...Object.values(mapOf(data['dependency-groups'])),
		mapOf(tool.uv)['dev-dependencies'],
		...Object.values(mapOf(mapOf(tool.pdm)['dev-dependencies']))
	];
	const tables = [poetry.dependencies, poetry['dev-dependencies'], ...groups];
	return requirementsDeclared([
		...lists.flatMap(textsOf),
		...tables.flatMap((table) => Object.keys(mapOf(table))).filter((name) => name !== 'python')
	]);
};
