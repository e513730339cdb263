import type { Movement } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { csvText } from '#lib/radar/input/csv-text.ts';
import { sentencesOf } from '#lib/radar/export/description.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import { linkOf } from '#lib/radar/export/links.ts';
import { byorQuadrants, quadrantIndex } from './quadrants.ts';
import { ratedProjects } from '#lib/radar/export/rated.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';

/** Thoughtworks' build-your-own-radar rejects files with non-text values. */
export interface ByorRow {
	name: string;
	ring: string;
	quadrant: string;
	isNew: 'TRUE' | 'FALSE';
	status: 'New' | 'Moved In' | 'Moved Out' | 'No Change';
	/** HTML within the elements the tool allows. */
	description: string;
}

/** Order of the CSV header. */
const COLUMNS = ['name', 'ring', 'quadrant', 'isNew', 'status', 'description'] as const;
/** The hosted site silently drops any other quadrant. */
export const HOSTED_QUADRANTS = ['Techniques', 'Platforms', 'Tools', 'Languages & Frameworks'];

const STATUS: Record<Movement, ByorRow['status']> = {
	new: 'New',
	in: 'Moved In',
	out: 'Moved Out',
	none: 'No Change',
	left: 'No Change'
};

/** `hosted`: uses the hosted site's quadrant names. */
export function byorRows(source: ExportSource, hosted = false): ByorRow[] {
	const quadrants = byorQuadrants(source.quadrants);
	const names = hosted ? HOSTED_QUADRANTS : quadrants.map(({ name }) => name);
	return ratedProjects(source).map((project) => {
		const link = linkOf(source, project);
		const text = escapeMarkup(sentencesOf(project).join(' '));
		return {
			name: project.name,
			ring: RING_WORDS[project.ring],
			quadrant: names[quadrantIndex(quadrants, project)] ?? '',
			isNew: project.movement === 'new' ? 'TRUE' : 'FALSE',
			status: STATUS[project.movement],
			description: `<p>${text}</p>${
				link === null ? '' : `<p><a href="${escapeMarkup(link)}">${escapeMarkup(link)}</a></p>`
			}`
		};
	});
}

/** No byte order mark, as the tool expects. */
export const byorCsv = (rows: readonly ByorRow[]): string =>
	csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
