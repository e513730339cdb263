import type { Movement } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/words.ts';
import { csvText } from '#lib/radar/input/csv-text.ts';
import { sentencesOf } from './description.ts';
import { escapeMarkup } from '#lib/radar/words/escape.ts';
import { linkOf } from './links.ts';
import { quadrantIndex, quadrantsFor } from './quadrants.ts';
import { ratedProjects } from './rated.ts';
import type { ExportSource } from './source.ts';

/** A row of Thoughtworks' build-your-own-radar. Every value is text, or the whole file is refused. */
export interface ByorRow {
	name: string;
	ring: string;
	quadrant: string;
	isNew: 'TRUE' | 'FALSE';
	status: 'New' | 'Moved In' | 'Moved Out' | 'No Change';
	/** HTML: a and p of the elements that it lets pass. */
	description: string;
}

/** In this order in the header of the CSV file. */
const COLUMNS = ['name', 'ring', 'quadrant', 'isNew', 'status', 'description'] as const;
/** The only quadrants that the hosted site draws; it drops all others without a word. In its own order. */
export const HOSTED_QUADRANTS = ['Techniques', 'Platforms', 'Tools', 'Languages & Frameworks'];

const STATUS: Record<Movement, ByorRow['status']> = {
	new: 'New',
	in: 'Moved In',
	out: 'Moved Out',
	none: 'No Change',
	left: 'No Change'
};

/** The edition as rows; `hosted`: under the quadrant names of the hosted site. Projects that are not rated are left out. */
export function byorRows(source: ExportSource, hosted = false): ByorRow[] {
	const quadrants = quadrantsFor('byor', source.quadrants);
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

/** The rows as CSV, as the tool reads it: no mark of the encoding before the header. */
export const byorCsv = (rows: readonly ByorRow[]): string =>
	csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
