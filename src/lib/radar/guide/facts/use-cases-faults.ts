import { refuseRepeated, type Refuse } from '#lib/radar/input/refusal.ts';
import { parseSource, readStateOf } from './source-link.ts';
import type { Condition, UseCasesFile } from './use-cases-schema.ts';

type Path = PropertyKey[];
type Known = (id: string) => boolean;

/** Refuses what a file of use cases says about things that it does not hold, and what it says twice. */
export function refuseFaults(file: UseCasesFile, refuse: Refuse): void {
	refuseTwice(file, refuse);
	refuseUnknownRoles(file, refuse);
	refuseUnknownAnswers(file, refuse);
	refuseSources(file, refuse);
	refusePairs(file, refuse);
}

const knownIn = (entries: readonly { id: string }[]): Known => {
	const ids = new Set(entries.map(({ id }) => id));
	return (id) => ids.has(id);
};

const at = (section: string, entries: readonly { id: string }[]) =>
	entries.map(({ id }, i) => ({ id, path: [section, i, 'id'] }));

function refuseTwice(file: UseCasesFile, refuse: Refuse): void {
	refuseRepeated(refuse, 'layer', at('layers', file.layers));
	refuseRepeated(refuse, 'role', at('roles', file.roles));
	refuseRepeated(refuse, 'question', at('questions', file.questions));
	refuseRepeated(refuse, 'use case', at('use_cases', file.use_cases));
	const needs = (entries: readonly { role: string }[], path: Path) =>
		refuseRepeated(
			refuse,
			'role',
			entries.map(({ role }, n) => ({ id: role, path: [...path, n, 'role'] }))
		);
	needs(file.base, ['base']);
	file.use_cases.forEach((useCase, u) => needs(useCase.needs, ['use_cases', u, 'needs']));
	for (const [project, facts] of Object.entries(file.projects)) needs(facts, ['projects', project]);
}

function refuseUnknownRoles(file: UseCasesFile, refuse: Refuse): void {
	const isLayer = knownIn(file.layers);
	const isRole = knownIn(file.roles);
	const check = (id: string, path: Path) => {
		if (!isRole(id)) refuse(path, `there is no role ${id}`);
	};
	file.roles.forEach(({ layer }, r) => {
		if (!isLayer(layer)) refuse(['roles', r, 'layer'], `there is no layer ${layer}`);
	});
	for (const [project, facts] of Object.entries(file.projects)) {
		facts.forEach(({ role, requires }, f) => {
			check(role, ['projects', project, f, 'role']);
			requires.forEach((id, i) => check(id, ['projects', project, f, 'requires', i]));
		});
	}
	for (const section of ['links', 'strict_links'] as const) {
		file[section].forEach((ends, l) => {
			ends.forEach((id, end) => check(id, [section, l, end]));
			if (ends[0] === ends[1]) refuse([section, l], `${ends[0]} is linked with itself`);
		});
	}
	file.conflicts.forEach(({ role }, c) => check(role, ['conflicts', c, 'role']));
	file.base.forEach(({ role }, n) => check(role, ['base', n, 'role']));
	file.use_cases.forEach(({ needs }, u) =>
		needs.forEach(({ role }, n) => check(role, ['use_cases', u, 'needs', n, 'role']))
	);
}

function refuseUnknownAnswers(file: UseCasesFile, refuse: Refuse): void {
	const questions = new Map(file.questions.map((question) => [question.id, question]));
	const check = (question: string, option: string, path: Path) => {
		const known = questions.get(question);
		if (known === undefined) refuse(path, `there is no question ${question}`);
		else if (!known.options.some(({ id }) => id === option)) {
			refuse(path, `${question} has no answer ${option}`);
		}
	};
	const checkCondition = (condition: Condition, path: Path) => {
		for (const [question, options] of Object.entries(condition)) {
			for (const option of [options].flat()) check(question, option, [...path, question]);
		}
	};
	const checkNeeds = (needs: UseCasesFile['base'], path: Path) =>
		needs.forEach(({ when }, n) =>
			[when ?? []].flat().forEach((one, i) => {
				const below = Array.isArray(when) ? [i] : [];
				checkCondition(one, [...path, n, 'when', ...below]);
			})
		);
	file.questions.forEach(({ id, default: taken, options }, q) => {
		if (taken !== undefined) check(id, taken, ['questions', q, 'default']);
		refuseRepeated(
			refuse,
			'answer',
			options.map((option, o) => ({ id: option.id, path: ['questions', q, 'options', o, 'id'] }))
		);
	});
	checkNeeds(file.base, ['base']);
	file.use_cases.forEach(({ assume, needs }, u) => {
		checkCondition(assume, ['use_cases', u, 'assume']);
		checkNeeds(needs, ['use_cases', u, 'needs']);
	});
}

function refuseSources(file: UseCasesFile, refuse: Refuse): void {
	const check = (text: string, path: Path) => {
		const source = parseSource(text);
		if (source === null) {
			refuse(path, `${text} is no source: expected filed, landscape, OWNER/NAME PATH or https://…`);
		} else if (source.kind === 'file' && readStateOf(source, file.read) === null) {
			refuse(path, `${source.repository} stands not under read: name the commit that was read`);
		}
	};
	for (const [project, facts] of Object.entries(file.projects)) {
		facts.forEach(({ source }, f) => check(source, ['projects', project, f, 'source']));
	}
	for (const section of ['taxonomy', 'works_with', 'conflicts'] as const) {
		file[section].forEach(({ source }, i) => check(source, [section, i, 'source']));
	}
}

/** A pair of two that is one, or that says again what another pair says in the same direction. */
function refusePairs(file: UseCasesFile, refuse: Refuse): void {
	for (const section of ['works_with', 'conflicts'] as const) {
		file[section].forEach(({ a, b }, i) => {
			if (a === b) refuse([section, i], `${a} is paired with itself`);
		});
		refuseRepeated(
			refuse,
			'pair',
			file[section].map(({ a, b }, i) => ({ id: `${a} and ${b}`, path: [section, i] }))
		);
	}
}

/** Refuses projects and boxes that never stood on the radar. */
export function refuseStrangers(
	file: UseCasesFile,
	{ isProject, isBox }: { isProject: Known; isBox: Known },
	refuse: Refuse
): void {
	const check = (id: string, path: Path) => {
		if (!isProject(id)) refuse(path, `there was never a project ${id} on the radar`);
	};
	for (const id of Object.keys(file.projects)) check(id, ['projects', id]);
	for (const id of Object.keys(file.charts)) check(id, ['charts', id]);
	for (const section of ['works_with', 'conflicts'] as const) {
		file[section].forEach(({ a, b }, i) => {
			check(a, [section, i, 'a']);
			check(b, [section, i, 'b']);
		});
	}
	file.ambiguous_names.forEach(({ project }, i) =>
		check(project, ['ambiguous_names', i, 'project'])
	);
	file.roles.forEach(({ box }, r) => {
		if (box !== undefined && !isBox(box))
			refuse(['roles', r, 'box'], `there is no subcategory ${box}`);
	});
}
