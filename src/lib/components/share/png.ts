/** Pixels per unit. */
const SCALE = 2;

/**
 * Drawn with the reader's fonts.
 * @throws {Error} with a message to show.
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
