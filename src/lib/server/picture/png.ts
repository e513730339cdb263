import { renderAsync } from '@resvg/resvg-js';
import { hasLettersFor } from '#lib/radar/export/picture-letters.ts';
import { fontFiles, PICTURE_FONT } from './fonts.ts';

/**
 * A picture as PNG, drawn beside the server's own work. Every text is set in the fonts that the build carries, so that all
 * machines draw the same; those of the machine serve only scripts that they lack.
 * `scale`: pixels for each unit of the drawing.
 */
export async function pngOf(svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> {
	// The renderer knows hundreds only.
	const image = await renderAsync(svg.replaceAll('font-weight="650"', 'font-weight="600"'), {
		fitTo: { mode: 'zoom', value: scale },
		font: {
			loadSystemFonts: !hasLettersFor(svg),
			fontFiles: fontFiles(),
			defaultFontFamily: PICTURE_FONT,
			sansSerifFamily: PICTURE_FONT
		}
	});
	return new Uint8Array(image.asPng());
}
