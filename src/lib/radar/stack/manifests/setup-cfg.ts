import type { ManifestReader } from './declared.ts';
import { requirementsDeclared } from './requirements.ts';

const SECTION = /^\[([^\]]+)\]/;
const FIELD = /^([\w.-]+)\s*[=:]\s*(.*)$/;

/** `install_requires` and the extras of a `setup.cfg`: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html. */
export const readSetupCfg: ManifestReader = (text) => {
	const requirements: string[] = [];
	let section = '';
	let holds = false;
	for (const raw of text.split('\n')) {
		const line = raw.replace(/(^|\s)[#;].*$/, '').trimEnd();
		const value = line.trim();
		if (value === '') continue;
		if (SECTION.test(line)) {
			section = SECTION.exec(line)?.[1] ?? '';
			holds = false;
		} else if (/^\s/.test(line)) {
			if (holds) requirements.push(value);
		} else {
			const [, field, first = ''] = FIELD.exec(line) ?? [];
			holds =
				section === 'options.extras_require' ||
				(section === 'options' && (field === 'install_requires' || field === 'tests_require'));
			if (holds && first !== '') requirements.push(first);
		}
	}
	return requirementsDeclared(requirements);
};
