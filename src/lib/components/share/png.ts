/** Pixels for each unit of the drawing: 3840 by 2160 for a picture of 1920 by 1080. */
const SCALE = 2;

/**
 * A picture as PNG, drawn by the browser from its SVG with the fonts that the reader has.
 * @throws {Error} in words to show, when the browser cannot.
 */
export async function pngOf(svg: string): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * SCALE;
		canvas.height = image.naturalHeight * SCALE;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (blob === null) throw new Error('This browser makes no PNG.');
		return blob;
	} finally {
		URL.revokeObjectURL(url);
	}
}
