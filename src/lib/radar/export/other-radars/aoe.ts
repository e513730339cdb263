import type { RingStep } from '#lib/radar/edition/moves/through.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { MATURITY_WORDS, RING_WORDS } from '#lib/radar/words/labels.ts';
import { credits } from '#lib/radar/export/credits.ts';
import { escapeMarkdown } from '#lib/radar/words/escapes.ts';
import { linkOf } from '#lib/radar/export/links.ts';
import { quadrantIndex, quadrantsFor, type Quadrant } from './quadrants.ts';
import { ratedProjects, type RatedProject } from '#lib/radar/export/rated.ts';
import { RING_COLOURS } from '#lib/radar/export/pictures/ring-colours.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { by } from '#lib/radar/words/order.ts';

/** As both tools ship them. */
const RING_SHAPES: Record<Ring, { radius: number; strokeWidth: number }> = {
	adopt: { radius: 0.5, strokeWidth: 5 },
	trial: { radius: 0.69, strokeWidth: 3 },
	assess: { radius: 0.85, strokeWidth: 2 },
	hold: { radius: 1, strokeWidth: 0.75 }
};

/** Both read Markdown with front matter; each has names of its own. */
interface Tool {
	/** Field of the front matter, and key of the configuration. */
	place: 'quadrant' | 'segment';
	config: (source: ExportSource, quadrants: Quadrant[]) => object;
}

/** For AOE's technology radar, version 4. */
export const aoeFiles = (source: ExportSource): Map<string, string> =>
	markdownFiles(source, { place: 'quadrant', config: aoeConfig });

/** For Porsche's technology radar, version 2: it refuses colours, and takes them from a theme. */
export const porscheFiles = (source: ExportSource): Map<string, string> =>
	markdownFiles(source, { place: 'segment', config: porscheConfig });

/**
 * Files by path. One Markdown file per ring change, as the tools count every file in the newest
 * folder as changed.
 */
function markdownFiles(source: ExportSource, tool: Tool): Map<string, string> {
	const quadrants = quadrantsFor('aoe', source.quadrants);
	const files = new Map([
		['config.json', `${JSON.stringify(tool.config(source, quadrants), null, '\t')}\n`],
		['about.md', aboutOf(source)]
	]);
	const projects = ratedProjects(source);
	const steps = shownSteps(source, projects);
	for (const project of projects) {
		const quadrant = quadrants[quadrantIndex(quadrants, project)]?.id ?? '';
		const link = linkOf(source, project);
		for (const step of steps.get(project.id) ?? []) {
			const place = { [tool.place]: quadrant };
			files.set(`radar/${step.folder}/${project.id}.md`, fileOf(project, place, step, link));
		}
	}
	return new Map([...files].sort(by(([key]) => key)));
}

/** A step, and the folder of its file. */
type FiledStep = RingStep & { folder: string };

/**
 * The tools take the newest folder for the newest edition. Where nobody of the view moved in it, that would be an older
 * one, and its movers would be marked: then every project has one file, in one folder, and a radar of one folder marks
 * nobody.
 */
function shownSteps(
	source: ExportSource,
	projects: readonly RatedProject[]
): ReadonlyMap<string, readonly FiledStep[]> {
	const { id, date } = source.document.edition;
	const steps = source.steps();
	const of = (project: RatedProject) => steps.get(project.id) ?? [];
	const isMarked = projects.some((project) => of(project).at(-1)?.edition === id);
	return new Map(
		projects.map((project) => [
			project.id,
			isMarked
				? of(project).map((step) => ({ ...step, folder: step.date }))
				: of(project)
						.slice(-1)
						.map((step) => ({ ...step, folder: date }))
		])
	);
}

function fileOf(
	project: RatedProject,
	place: Partial<Record<Tool['place'], string>>,
	step: RingStep,
	link: string | null
): string {
	const tags = [
		project.subcategory,
		...(project.maturity === null ? [] : [MATURITY_WORDS[project.maturity]])
	];
	const front = frontMatter({
		title: project.name,
		ring: step.ring,
		...place,
		tags,
		featured: true
	});
	// Stable while the ring stays: new text counts as a change.
	const more = link === null ? '' : `\n[More about it](${encodeURI(link)})\n`;
	return `---\n${front}---\n\n${sentenceOf(step)}\n${more}`;
}

/** Characters that YAML takes only escaped, and JSON as they are. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** JSON is YAML. A library's writer takes a hundred times as long for hundreds of files. */
const frontMatter = (fields: Record<string, unknown>): string =>
	Object.entries(fields)
		.map(([key, value]) => `${key}: ${JSON.stringify(value).replace(UNPRINTABLE, escaped)}\n`)
		.join('');

const escaped = (character: string): string =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function sentenceOf({ edition, ring, from, movement, reason }: RingStep): string {
	const when = editionText(edition);
	if (from === null) {
		const how = movement === 'new' ? 'New on the radar' : 'On the radar';
		return `${how} in ${RING_WORDS[ring]}, ${when}.${reason === null ? '' : ` ${escapeMarkdown(reason)}`}`;
	}
	const moved = `From ${RING_WORDS[from]} to ${RING_WORDS[ring]} in ${when}.`;
	return reason === null ? moved : `${moved} ${escapeMarkdown(reason)}`;
}

function aoeConfig(source: ExportSource, quadrants: Quadrant[]) {
	const { document, edition } = source;
	return {
		basePath: '/',
		baseUrl: '',
		// Clears the tool's own defaults.
		editUrl: '',
		jsFile: '',
		social: [],
		imprint: source.site ?? source.repository,
		quadrants: quadrants.map(({ id, name, categories }) => ({
			id,
			title: name,
			description: categories.join(', '),
			color: edition.segments.find((segment) => categories.includes(segment.name))?.colour.light
		})),
		rings: ringsOf(source).map((ring) => ({ ...ring, color: RING_COLOURS[ring.id] })),
		labels: labelsOf(document)
	};
}

function porscheConfig(source: ExportSource, quadrants: Quadrant[]) {
	return {
		basePath: '/',
		baseUrl: '',
		// Clears the tool's own defaults.
		editUrl: '',
		jsFile: '',
		// The one of its themes that bears no brand.
		defaultTheme: 'neutral',
		social: [],
		imprint: source.site ?? source.repository,
		segments: quadrants.map(({ id, name, categories }) => ({
			id,
			title: name,
			description: categories.join(', ')
		})),
		rings: ringsOf(source),
		labels: labelsOf(source.document)
	};
}

const ringsOf = ({ document }: ExportSource) =>
	document.rings.map(({ id, meaning }) => ({
		id,
		title: RING_WORDS[id],
		description: meaning,
		...RING_SHAPES[id]
	}));

const labelsOf = (document: ExportSource['document']) => ({
	title: document.title,
	footer: `${document.notice} ${credits(document)}`
});

function aboutOf({ document, edition, site, repository }: ExportSource): string {
	return [
		`# ${document.title}, ${editionText(edition.edition.id)}`,
		document.notice,
		document.purpose,
		credits(document),
		`Made ${document.generatedAt} by model ${document.model.version}, for ${site ?? repository}`
	].join('\n\n');
}
