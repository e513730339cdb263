import { renderAsync } from '@resvg/resvg-js';
import { hasLettersFor } from '#lib/radar/export/picture-letters.ts';
import { fontFiles, PICTURE_FONT } from './fonts.ts';

/** Bundled fonts look the same everywhere. `scale`: pixels per unit. */
export async function pngOf(svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> {
	// The renderer only knows hundreds.
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
