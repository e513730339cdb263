import { textWidth } from '#lib/radar/chart/names/text-width.ts';
import { shortened, wrapped } from '#lib/radar/chart/names/wrap.ts';

export interface Setting {
	fontSize: number;
	lines: number;
}

export interface FittedText {
	lines: string[];
	fontSize: number;
}

/** Uses the first setting that fits; otherwise shortens the text in the last. */
export function fitText(
	text: string,
	width: number,
	settings: readonly [Setting, ...Setting[]]
): FittedText {
	let [setting] = settings;
	let lines: string[] = [];
	for (setting of settings) {
		const { fontSize } = setting;
		lines = wrapped(text, width, fontSize);
		if (lines.length <= setting.lines && lines.every((line) => textWidth(line) * fontSize <= width))
			return { lines, fontSize };
	}
	const { fontSize } = setting;
	const kept = lines.slice(0, setting.lines - 1);
	const rest = lines.slice(kept.length).join(' ');
	const shown = [...kept, ...(rest === '' ? [] : [rest])];
	return { lines: shown.map((line) => shortened(line, width / fontSize)), fontSize };
}
