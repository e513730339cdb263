import { type Box, type Point } from './geometry.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

export interface LabelCandidate extends Point {
	id: string;
	name: string;
}

/** `y`: baseline; rounded to 0.1. */
export interface PlacedLabel extends Point {
	id: string;
	name: string;
	anchor: 'start' | 'end' | 'middle';
}

export interface LabelOptions {
	blipRadius: number;
	fontSize: number;
	reserved: readonly Box[];
	bounds: Point & { r: number };
	others?: readonly Point[];
	/** Ids of the labels placed first, also at an offset. */
	first?: ReadonlySet<string>;
	/** Only `first` labels may cover these, as a last resort. */
	lines?: readonly Box[];
}

// Font sizes.
const WIDTHS = new Map<string, number>();
for (const letter of " iljtfrI.,:;'|!()[]-") WIDTHS.set(letter, 0.34);
for (const letter of 'mwMW@%') WIDTHS.set(letter, 0.9);
for (const letter of 'ABCDEFGHJKLNOPQRSTUVXYZ') WIDTHS.set(letter, 0.68);
const OTHER_WIDTH = 0.57;
/** In font sizes; wider beside offset names. */
const GAP = 0.15;
const WIDE_GAP = 0.6;
/** CJK letters fill a square. */
const SQUARE_FROM = 0x2e80;

/** Offset names become ambiguous above this count. */
const CROWD = 400;

/** In font sizes, for common sans-serif fonts. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) {
		width += WIDTHS.get(letter) ?? (letter.charCodeAt(0) > SQUARE_FROM ? 1 : OTHER_WIDTH);
	}
	return width;
}

/** Tries right, left, below, above, then offsets; omits names without room. */
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
	const lines = new BoxGrid(fontSize * 2);
	for (const box of options.lines ?? []) lines.add(box);

	const gap = fontSize * GAP;
	const placed: PlacedLabel[] = [];
	const place = (
		some: readonly LabelCandidate[],
		offsets: readonly Offset[],
		behind: number,
		across = false
	) =>
		some.filter(({ id, name, x: blipX, y: blipY }) => {
			const width = textWidth(name) * fontSize;
			for (const { anchor, dx, dy } of offsets) {
				const x = blipX + dx;
				const y = blipY + dy;
				const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
				const before = anchor === 'end' ? behind : gap;
				const box = {
					x: left - before,
					y: y - fontSize * 0.8,
					width: width + gap + behind,
					height: fontSize
				};
				if (!within(box, bounds) || taken.hits(box) || (!across && lines.hits(box))) continue;
				taken.add(box);
				placed.push({ id, name, x: rounded(x, 1), y: rounded(y, 1), anchor });
				return false;
			}
			return true;
		});
	const straight = besides(r, fontSize);
	const turned = candidates.length <= CROWD ? askew(r, fontSize) : [];
	const placeAll = (some: readonly LabelCandidate[]) =>
		place(place(some, straight, gap), turned, fontSize * WIDE_GAP);
	const isFirst = ({ id }: LabelCandidate) => options.first?.has(id) ?? false;
	place(placeAll(candidates.filter(isFirst)), [...straight, ...turned], fontSize * WIDE_GAP, true);
	placeAll(candidates.filter((one) => !isFirst(one)));
	return placed;
}

type Offset = Pick<PlacedLabel, 'anchor'> & { dx: number; dy: number };

const baselines = (r: number, fontSize: number) => ({
	beside: fontSize * 0.32,
	below: r + fontSize * 0.95,
	above: -r - fontSize * 0.3
});

function besides(r: number, fontSize: number): Offset[] {
	const side = r + fontSize * 0.22;
	const { beside, below, above } = baselines(r, fontSize);
	return [
		{ anchor: 'start', dx: side, dy: beside },
		{ anchor: 'end', dx: -side, dy: beside },
		{ anchor: 'middle', dx: 0, dy: below },
		{ anchor: 'middle', dx: 0, dy: above }
	];
}

const SHIFTS = [-0.35, 0.35, -0.5, 0.5];

function askew(r: number, fontSize: number): Offset[] {
	const side = r + fontSize * 0.22;
	const { beside, below, above } = baselines(r, fontSize);
	const aside = SHIFTS.flatMap((shift): Offset[] => [
		{ anchor: 'start', dx: side, dy: beside + shift * fontSize },
		{ anchor: 'end', dx: -side, dy: beside + shift * fontSize }
	]);
	const edged = [below, above].flatMap((dy): Offset[] => [
		{ anchor: 'start', dx: -r, dy },
		{ anchor: 'end', dx: r, dy }
	]);
	return [...aside, ...edged];
}

const within = ({ x, y, width, height }: Box, circle: LabelOptions['bounds']): boolean =>
	Math.hypot(
		Math.max(circle.x - x, x + width - circle.x),
		Math.max(circle.y - y, y + height - circle.y)
	) <= circle.r;

const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

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
