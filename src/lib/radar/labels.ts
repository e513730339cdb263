import type { Box, Point } from './geometry.ts';

/** A blip that would like its name beside it. */
export interface LabelCandidate extends Point {
	id: string;
	name: string;
}

/** A name that found room. `x` is the text's start or end by `anchor`; `y` its baseline. */
export interface PlacedLabel extends Point {
	id: string;
	name: string;
	anchor: 'start' | 'end' | 'middle';
}

export interface LabelOptions {
	/** Radius of every blip, in the drawing's units. */
	blipRadius: number;
	/** Height of the letters (font size), in the drawing's units. */
	fontSize: number;
	/** What no name may touch, beside blips and other names: the ring names. */
	reserved: readonly Box[];
	/** No name leaves this. */
	bounds: Box;
	/** Blips that no name may touch; those of the candidates themselves are always kept free. */
	others?: readonly Point[];
}

// Widths of letters as shares of the font size, on the wide side of common system fonts.
const NARROW = /[ iljtfrI.,:;'|!()[\]-]/;
const WIDE = /[mwMW@%]/;

/** Width of a text in units of its font size, estimated for proportional sans-serif fonts. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) {
		width += NARROW.test(letter)
			? 0.34
			: WIDE.test(letter)
				? 0.9
				: /[A-Z]/.test(letter)
					? 0.68
					: letter.charCodeAt(0) > 0x2e80
						? 1
						: 0.57;
	}
	return width;
}

/**
 * Names where they fit: each candidate, in the order given, takes the first free place beside its blip
 * (right, left, below, above). What finds none stays without a name. Nothing overlaps.
 */
export function placeLabels(
	candidates: readonly LabelCandidate[],
	options: LabelOptions
): PlacedLabel[] {
	const { blipRadius: r, fontSize, reserved, bounds } = options;
	const taken = new BoxGrid(fontSize * 4);
	for (const { x, y } of [...candidates, ...(options.others ?? [])]) {
		taken.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
	}
	for (const box of reserved) taken.add(box);

	const placed: PlacedLabel[] = [];
	for (const candidate of candidates) {
		const width = textWidth(candidate.name) * fontSize;
		for (const { anchor, dx, dy } of places(r, fontSize)) {
			const x = candidate.x + dx;
			const y = candidate.y + dy;
			const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
			const box = { x: left, y: y - fontSize * 0.8, width, height: fontSize };
			if (!within(box, bounds) || taken.hits(box)) continue;
			taken.add(box);
			placed.push({ id: candidate.id, name: candidate.name, x, y, anchor });
			break;
		}
	}
	return placed;
}

type Place = Pick<PlacedLabel, 'anchor'> & { dx: number; dy: number };

function places(r: number, fontSize: number): Place[] {
	const side = r + fontSize * 0.22;
	const middle = fontSize * 0.32;
	return [
		{ anchor: 'start', dx: side, dy: middle },
		{ anchor: 'end', dx: -side, dy: middle },
		{ anchor: 'middle', dx: 0, dy: r + fontSize * 0.95 },
		{ anchor: 'middle', dx: 0, dy: -r - fontSize * 0.3 }
	];
}

const within = (box: Box, bounds: Box): boolean =>
	box.x >= bounds.x &&
	box.y >= bounds.y &&
	box.x + box.width <= bounds.x + bounds.width &&
	box.y + box.height <= bounds.y + bounds.height;

const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Boxes by the squares that they touch, so that a thousand names are placed within a frame. */
class BoxGrid {
	#size: number;
	#squares = new Map<number, Box[]>();

	constructor(size: number) {
		this.#size = size;
	}

	add(box: Box): void {
		for (const key of this.#keys(box)) {
			const list = this.#squares.get(key);
			if (list) list.push(box);
			else this.#squares.set(key, [box]);
		}
	}

	hits(box: Box): boolean {
		for (const key of this.#keys(box)) {
			if (this.#squares.get(key)?.some((other) => overlap(box, other))) return true;
		}
		return false;
	}

	*#keys({ x, y, width, height }: Box): Generator<number> {
		const at = (value: number) => Math.floor(value / this.#size) + 512;
		for (let column = at(x); column <= at(x + width); column++) {
			for (let row = at(y); row <= at(y + height); row++) yield column * 4096 + row;
		}
	}
}
