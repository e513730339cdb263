import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { hasLettersFor } from '#lib/radar/export/pictures/picture-letters.ts';

export const PICTURE_FONT = 'Open Sans';

const require = createRequire(import.meta.url);
export const FONT_FILES = [
	require.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
	require.resolve('@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf')
];

/** Bundled fonts look the same everywhere. `scale`: pixels per unit. */
export async function pngOf(svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> {
	// The renderer only knows hundreds.
	const image = await renderAsync(svg.replaceAll('font-weight="650"', 'font-weight="600"'), {
		fitTo: { mode: 'zoom', value: scale },
		font: {
			loadSystemFonts: !hasLettersFor(svg),
			fontFiles: FONT_FILES,
			defaultFontFamily: PICTURE_FONT,
			sansSerifFamily: PICTURE_FONT
		}
	});
	return new Uint8Array(image.asPng());
}
