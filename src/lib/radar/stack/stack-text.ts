import { RING_WORDS, ringText } from '#lib/radar/words/labels.ts';
import { plural, wholeScore } from '#lib/radar/words/numbers.ts';
import type { ManifestKind } from '#lib/radar/landscape/package-names.ts';
import type { ListedProject } from './package-list.ts';
import type { StackProject, YourStack } from './your-stack.ts';

/** How a kind of name is called before the name. */
const KIND_WORDS: Record<ManifestKind, string> = {
	go: 'Go module',
	npm: 'npm package',
	pypi: 'Python package',
	maven: 'Maven package',
	cargo: 'crate',
	nuget: 'NuGet package',
	image: 'image',
	chart: 'chart',
	debian: 'Debian package'
};

/** "12 projects of the radar in 2 files; 3 in Hold." */
export function stackSummary({ projects, files, others }: YourStack): string {
	const held = projects.filter(({ project }) => project.ring === 'hold').length;
	const names = `${plural(others, 'other name')} ${others === 1 ? 'stands' : 'stand'} for no project of the radar`;
	const found = `${plural(projects.length, 'project')} of the radar in ${plural(files.length, 'file')}`;
	return `${found}, ${held === 0 ? 'none' : held} in ${RING_WORDS.hold}. ${names}.`;
}

/** "Python package ray, in requirements.txt". */
export function foundText({
	kind,
	name,
	file,
	direct,
	byOthers
}: StackProject['found'][number]): string {
	const how = direct === false ? ', needed by something else' : '';
	const whose = byOthers ? ', made by others' : '';
	return `${KIND_WORDS[kind]} ${name}, in ${file}${how}${whose}`;
}

/** "For inference serving: vLLM (Adopt, 88)"; null without alternatives. */
export function alternativesText({ alternatives }: ListedProject): string | null {
	if (alternatives.length === 0) return null;
	const named = alternatives.map(
		({ name, ring, score }) => `${name} (${RING_WORDS[ring]}, ${wholeScore(score)})`
	);
	return `Instead: ${named.join(', ')}`;
}

/** For a terminal. */
export function stackText(stack: YourStack): string {
	const lines = stack.projects.flatMap(({ project, found }) => {
		const [first, ...more] = found;
		const also = more.length === 0 ? '' : `; ${plural(more.length, 'more name')}`;
		return [
			'',
			`${project.name}: ${ringText(project.ring)}`,
			`  ${project.verdict.join(' ')}`,
			...(first === undefined ? [] : [`  ${foundText(first)}${also}`]),
			...[alternativesText(project)].flatMap((text) => (text === null ? [] : [`  ${text}`]))
		];
	});
	return `${[stackSummary(stack), ...lines].join('\n')}\n`;
}
