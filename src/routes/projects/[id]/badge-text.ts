import { escapeMarkdown, escapeMarkup } from '#lib/radar/words/escapes.ts';

export const BADGE_FORMATS = [
	'Markdown',
	'HTML',
	'AsciiDoc',
	'reStructuredText',
	'SVG address'
] as const;
export type BadgeFormat = (typeof BADGE_FORMATS)[number];

/** The text that shows a project's badge. `page`: the address of its page; `radar`: the radar's title. */
export function badgeText(format: BadgeFormat, name: string, page: string, radar: string): string {
	const image = `${page}/badge.svg`;
	const text = `${name} on the ${radar}`;
	switch (format) {
		case 'Markdown':
			return `[![${escapeMarkdown(name)} on the ${escapeMarkdown(radar)}](${image})](${page})`;
		case 'HTML':
			return `<a href="${escapeMarkup(page)}"><img src="${escapeMarkup(image)}" alt="${escapeMarkup(text)}" height="20"></a>`;
		case 'AsciiDoc':
			return `image:${image}["${text.replaceAll('"', "'")}", link="${page}"]`;
		case 'reStructuredText':
			return `.. image:: ${image}\n   :target: ${page}\n   :alt: ${text}`;
		case 'SVG address':
			return image;
	}
}
