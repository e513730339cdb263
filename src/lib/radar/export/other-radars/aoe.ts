import { stringify } from 'yaml';
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

/**
 * Files by path. One Markdown file per ring change, as the tools count every file in the newest
 * folder as changed.
 */
export function aoeFiles(source: ExportSource): Map<string, string> {
	const quadrants = quadrantsFor('aoe', source.quadrants);
	const steps = source.steps();
	const files = new Map([
		['config.json', `${JSON.stringify(configOf(source, quadrants), null, '\t')}\n`],
		['about.md', aboutOf(source)]
	]);
	for (const project of ratedProjects(source)) {
		const quadrant = quadrants[quadrantIndex(quadrants, project)]?.id ?? '';
		const link = linkOf(source, project);
		for (const step of steps.get(project.id) ?? []) {
			files.set(`radar/${step.date}/${project.id}.md`, fileOf(project, quadrant, step, link));
		}
	}
	return new Map([...files].sort(by(([key]) => key)));
}

function fileOf(
	project: RatedProject,
	quadrant: string,
	step: RingStep,
	link: string | null
): string {
	const front = stringify({
		title: project.name,
		ring: step.ring,
		// AOE's tool reads the first name, Porsche's the second.
		quadrant,
		segment: quadrant,
		tags: [
			project.subcategory,
			...(project.maturity === null ? [] : [`CNCF ${MATURITY_WORDS[project.maturity]}`])
		],
		featured: true
	});
	// Stable while the ring stays: new text counts as a change.
	const more = link === null ? '' : `\n[More about it](${encodeURI(link)})\n`;
	return `---\n${front}---\n\n${sentenceOf(step)}\n${more}`;
}

function sentenceOf({ edition, ring, from, movement, reason }: RingStep): string {
	const when = editionText(edition);
	if (from === null) {
		const how = movement === 'new' ? 'New on the radar' : 'On the radar';
		return `${how} in ${RING_WORDS[ring]}, ${when}.${reason === null ? '' : ` ${escapeMarkdown(reason)}`}`;
	}
	const moved = `From ${RING_WORDS[from]} to ${RING_WORDS[ring]} in ${when}.`;
	return reason === null ? moved : `${moved} ${escapeMarkdown(reason)}`;
}

function configOf({ document, edition, site, repository }: ExportSource, quadrants: Quadrant[]) {
	const segments = quadrants.map(({ id, name, categories }) => ({
		id,
		title: name,
		description: categories.join(', '),
		color: edition.segments.find((segment) => categories.includes(segment.name))?.colour.light
	}));
	return {
		basePath: '/',
		baseUrl: '',
		// Clears the tools' own defaults.
		editUrl: '',
		jsFile: '',
		social: [],
		imprint: site ?? repository,
		quadrants: segments,
		segments,
		rings: document.rings.map(({ id, meaning }) => ({
			id,
			title: RING_WORDS[id],
			description: meaning,
			color: RING_COLOURS[id],
			...RING_SHAPES[id]
		})),
		labels: {
			title: document.title,
			footer: `${document.notice} ${credits(document)}`
		}
	};
}

function aboutOf({ document, edition, site, repository }: ExportSource): string {
	return [
		`# ${document.title}, ${editionText(edition.edition.id)}`,
		document.notice,
		document.purpose,
		credits(document),
		`Made ${document.generatedAt} by model ${document.model.version}, for ${site ?? repository}`
	].join('\n\n');
}
