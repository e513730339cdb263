import { textWidth } from '#lib/radar/chart/names/text-width.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import { RING_COLOURS } from './ring-colours.ts';

/** `left`: no longer on the radar. */
export type BadgeState = Ring | 'not-rated' | 'left';

interface BadgeInput {
	title: string;
	name: string;
	state: BadgeState;
	edition: string;
}

/** `title`: of the radar. */
export const projectBadge = (
	{ name, blip, edition }: Pick<ProjectPage, 'name' | 'blip' | 'edition'>,
	title: string
): string =>
	badgeSvg({
		title,
		name,
		state: blip === null ? 'left' : (blip.ring ?? 'not-rated'),
		edition: edition.id
	});

const NEUTRAL = '#5d626b';
const HEIGHT = 20;
const FONT_SIZE = 11;
const PADDING = 7;
const CORNER = 3;

export function badgeSvg({ title, name, state, edition }: BadgeInput): string {
	const message = state.replace('-', ' ');
	const spoken = escapeMarkup(`${name} on ${title}: ${message}, ${editionText(edition)}`);
	const widths = [title, message].map((text) => Math.ceil(textWidth(text) * FONT_SIZE));
	const [label = 0, right = 0] = widths.map((width) => width + 2 * PADDING);
	const colour = state === 'not-rated' || state === 'left' ? NEUTRAL : RING_COLOURS[state];
	const text = (words: string, x: number, width: number) =>
		`<text x="${x}" y="14" textLength="${width - 2 * PADDING}">${escapeMarkup(words)}</text>`;
	const width = label + right;
	// No ids: badges that stand in one document would share them.
	const left = `M${label} 0H${CORNER}a${CORNER} ${CORNER} 0 0 0-${CORNER} ${CORNER}v${HEIGHT - 2 * CORNER}a${CORNER} ${CORNER} 0 0 0 ${CORNER} ${CORNER}H${label}z`;
	const rest = `M${label} 0H${width - CORNER}a${CORNER} ${CORNER} 0 0 1 ${CORNER} ${CORNER}v${HEIGHT - 2 * CORNER}a${CORNER} ${CORNER} 0 0 1-${CORNER} ${CORNER}H${label}z`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${spoken}"><title>${spoken}</title><path fill="#2b2f36" d="${left}"/><path fill="${colour}" d="${rest}"/><g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="${FONT_SIZE}" lengthAdjust="spacingAndGlyphs">${text(title, PADDING, label)}${text(message, label + PADDING, right)}</g></svg>\n`;
}
