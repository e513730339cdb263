import { declare, type Declared, type ManifestReader } from './declared.ts';

/** The name at the beginning of a requirement: https://packaging.python.org/en/latest/specifications/dependency-specifiers/. */
const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?=$|[[=<>!~;@(,\s])/;
const EGG = /[#&]egg=([A-Za-z0-9._-]+)/;

/** The package that a requirement names; null where it names none, as an option or a path. */
const requirementName = (requirement: string): string | null =>
	EGG.exec(requirement)?.[1] ?? NAME.exec(requirement.trim())?.[1] ?? null;

/** The packages that requirements name, each once. */
export const requirementsDeclared = (requirements: readonly string[]): Declared[] => {
	const names = requirements.flatMap((requirement) => requirementName(requirement) ?? []);
	return [...new Set(names)].map((name) => declare('pypi', name));
};

/** A `requirements.txt`: https://pip.pypa.io/en/stable/reference/requirements-file-format/. */
export const readRequirements: ManifestReader = (text) =>
	requirementsDeclared(
		text
			.replace(/\\\r?\n/g, ' ')
			.split('\n')
			.map((line) => line.replace(/(^|\s)#(?!egg=).*$/, '').trim())
			.map((line) => line.replace(/^(?:-e|--editable)[\s=]+/, ''))
			.filter((line) => !line.startsWith('-'))
	);
