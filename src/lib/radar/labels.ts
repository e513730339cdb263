import { rounded, type Box, type Point } from './geometry.ts';

/** A blip that would like its name beside it. */
export interface LabelCandidate extends Point {
	id: string;
	name: string;
}

/** A name that found room. `x` is the text’s start or end by `anchor`; `y` its baseline; both rounded to 0.1. */
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
	/** No name leaves this circle. */
	bounds: Point & { r: number };
	/** Blips that no name may touch; those of the candidates themselves are always kept free. */
	others?: readonly Point[];
}

// Widths of letters as shares of the font size, on the wide side of common system fonts.
const WIDTHS = new Map<string, number>();
for (const letter of " iljtfrI.,:;'|!()[]-") WIDTHS.set(letter, 0.34);
for (const letter of 'mwMW@%') WIDTHS.set(letter, 0.9);
for (const letter of 'ABCDEFGHJKLNOPQRSTUVXYZ') WIDTHS.set(letter, 0.68);
const OTHER_WIDTH = 0.57;
/** Kept free before and after a name. */
const GAP = 0.15;
/** Chinese, Japanese and Korean letters fill a square. */
const SQUARE_FROM = 0x2e80;

/** Width of a text in units of its font size, estimated for proportional sans-serif fonts. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) {
		width += WIDTHS.get(letter) ?? (letter.charCodeAt(0) > SQUARE_FROM ? 1 : OTHER_WIDTH);
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
	const taken = new BoxGrid(fontSize * 2);
	for (const { x, y } of [...candidates, ...(options.others ?? [])]) {
		taken.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
	}
	for (const box of reserved) taken.add(box);

	const placed: PlacedLabel[] = [];
	const offsets = places(r, fontSize);
	for (const candidate of candidates) {
		const width = textWidth(candidate.name) * fontSize;
		for (const { anchor, dx, dy } of offsets) {
			const x = candidate.x + dx;
			const y = candidate.y + dy;
			const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
			const gap = fontSize * GAP;
			const box = {
				x: left - gap,
				y: y - fontSize * 0.8,
				width: width + 2 * gap,
				height: fontSize
			};
			if (!within(box, bounds) || taken.hits(box)) continue;
			taken.add(box);
			placed.push({
				id: candidate.id,
				name: candidate.name,
				x: rounded(x),
				y: rounded(y),
				anchor
			});
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

/** A box lies in a circle when its farthest corner does. */
const within = ({ x, y, width, height }: Box, circle: LabelOptions['bounds']): boolean =>
	Math.hypot(
		Math.max(circle.x - x, x + width - circle.x),
		Math.max(circle.y - y, y + height - circle.y)
	) <= circle.r;

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
		this.#visit(box, (key) => {
			const list = this.#squares.get(key);
			if (list) list.push(box);
			else this.#squares.set(key, [box]);
			return false;
		});
	}

	hits(box: Box): boolean {
		return this.#visit(box, (key) => {
			const list = this.#squares.get(key);
			if (list) for (const other of list) if (overlap(box, other)) return true;
			return false;
		});
	}

	/** Calls `found` with each square until it answers true. */
	#visit({ x, y, width, height }: Box, found: (key: number) => boolean): boolean {
		const lastColumn = this.#at(x + width);
		const lastRow = this.#at(y + height);
		for (let column = this.#at(x); column <= lastColumn; column++) {
			for (let row = this.#at(y); row <= lastRow; row++) {
				if (found(column * 4096 + row)) return true;
			}
		}
		return false;
	}

	#at(value: number): number {
		return Math.floor(value / this.#size) + 512;
	}
}
