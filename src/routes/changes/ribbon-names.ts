import type { FlowRibbon } from './flow.ts';
import type { StandingState } from '#lib/radar/edition/moves/move.ts';

interface Mover {
	from: StandingState;
	to: StandingState;
	name: string;
}

/** A text centred on its ribbon, in drawing units. */
export interface RibbonName {
	x: number;
	y: number;
	text: string;
}

/** Names told one by one; of more, this many and a count. */
const TOLD = 4;
/** Share of the way from left to right, the first tried first. */
const PLACES = [0.5, 0.36, 0.64, 0.24, 0.76];
/** Heights of a line and width of a letter, in drawing units, on the narrowest window that shows them. */
const LINE = 15;
const LETTER = 5;

/** Texts that would overlap at all their places are left out: the cards have every name. */
export function ribbonNames(
	ribbons: readonly FlowRibbon[],
	movers: readonly Mover[],
	width: number
): RibbonName[] {
	const placed: RibbonName[] = [];
	const moved = ribbons.filter(({ from, to }) => from !== to);
	for (const ribbon of moved.sort((a, b) => a.count - b.count)) {
		const text = namesText(
			movers.filter(({ from, to }) => from === ribbon.from && to === ribbon.to)
		);
		const spots = PLACES.map((share) => ({
			x: share * width,
			y: middleAt(ribbon, share),
			text
		}));
		const free = spots.find((spot) => placed.every((other) => !overlap(spot, other)));
		if (text !== '' && free !== undefined) placed.push(free);
	}
	return placed;
}

function namesText(movers: readonly Mover[]): string {
	const names = movers.map(({ name }) => name);
	return names.length <= TOLD
		? names.join(', ')
		: `${names.slice(0, TOLD - 1).join(', ')} and ${names.length - TOLD + 1} more`;
}

/** Height of the ribbon's middle: its edges are cubic curves with level ends. */
function middleAt({ y0, y1, thick }: FlowRibbon, share: number): number {
	// The curve's parameter for that share of the way: x = 1.5t − 1.5t² + t³, by halving.
	let [low, high] = [0, 1];
	for (let i = 0; i < 20; i += 1) {
		const t = (low + high) / 2;
		if (1.5 * t - 1.5 * t * t + t * t * t < share) low = t;
		else high = t;
	}
	return y0 + (y1 - y0) * (3 * low * low - 2 * low ** 3) + thick / 2;
}

const overlap = (a: RibbonName, b: RibbonName): boolean =>
	Math.abs(a.y - b.y) < LINE &&
	Math.abs(a.x - b.x) < ((a.text.length + b.text.length) / 2) * LETTER;
