const THEMES = ['light', 'dark'] as const;
/** Pixels. */
const SMALLEST = 160;
const LARGEST = 1600;

interface EmbedLook {
	/** Null: the reader's own. */
	theme: (typeof THEMES)[number] | null;
	/** CSS length; null: as large as the frame. */
	size: string | null;
	/** What the address asks for and does not exist. */
	problems: string[];
}

/** Reads `theme` and `size` (pixels) of an address; never throws. */
export function embedLook(params: URLSearchParams): EmbedLook {
	const [theme, size] = [params.get('theme'), params.get('size')];
	const known = THEMES.find((one) => one === theme) ?? null;
	const pixels = Number(size);
	const fits = Number.isInteger(pixels) && pixels >= SMALLEST && pixels <= LARGEST;
	const problems: string[] = [];
	if (theme && known === null) {
		problems.push(`“theme=${theme}” is not known: try ${THEMES.join(', ')}`);
	}
	if (size && !fits) {
		problems.push(`“size=${size}” is no number of pixels from ${SMALLEST} to ${LARGEST}`);
	}
	return { theme: known, size: size && fits ? `${pixels}px` : null, problems };
}
