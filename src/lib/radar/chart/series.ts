import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** Null: not observed. */
export interface SeriesPoint {
	date: Day;
	value: number | null;
}

export interface SeriesBox {
	left: number;
	right: number;
	top: number;
	bottom: number;
	from: Day;
	to: Day;
	/** Default: rounded-up maximum. */
	max?: number;
}

/** Gaps where not observed. */
export interface DrawnSeries {
	line: string;
	area: string;
	marks: { x: number; y: number | null }[];
	/** No line shows these. */
	lone: { x: number; y: number }[];
	ticks: { y: number; value: number }[];
	years: { x: number; label: string }[];
	last: number | null;
}

const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** A single day is at the right end. */
function dayScale({ left, right, from, to }: SeriesBox): (day: Day) => number {
	const scale = scaleLinear([at(from), at(to)], [left, right]);
	return (day) => (from === to ? right : rounded(scale(at(day)), 1));
}

/** Points: oldest first, non-negative. */
export function drawSeries(points: readonly SeriesPoint[], box: SeriesBox): DrawnSeries {
	const x = dayScale(box);
	const highest = box.max ?? Math.max(1, ...points.map(({ value }) => value ?? 0));
	const y = scaleLinear([0, highest], [box.bottom, box.top]);
	if (box.max === undefined) y.nice(4);
	const marks = points.map(({ date, value }) => ({
		x: x(date),
		y: value === null ? null : rounded(y(value), 1)
	}));
	const observed = ({ y: height }: (typeof marks)[number]) => height !== null;
	return {
		line:
			line<(typeof marks)[number]>()
				.defined(observed)
				.x((mark) => mark.x)
				.y((mark) => mark.y ?? 0)(marks) ?? '',
		area:
			area<(typeof marks)[number]>()
				.defined(observed)
				.x((mark) => mark.x)
				.y0(box.bottom)
				.y1((mark) => mark.y ?? 0)(marks) ?? '',
		marks,
		lone: marks.flatMap((mark, i) => {
			const beside = [marks[i - 1], marks[i + 1]].some((other) => other && observed(other));
			return mark.y === null || beside ? [] : [{ x: mark.x, y: mark.y }];
		}),
		ticks: [0, y.domain()[1] ?? highest].map((value) => ({ value, y: rounded(y(value), 1) })),
		years: yearsBetween(box.from, box.to).map((year) => ({
			x: x(`${year}-01-01`),
			label: String(year)
		})),
		last: lastIndex(points)
	};
}

function lastIndex(points: readonly SeriesPoint[]): number | null {
	const index = points.findLastIndex(({ value }) => value !== null);
	return index < 0 ? null : index;
}

function yearsBetween(from: Day, to: Day): number[] {
	const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
		(year) => `${year}-01-01` >= from
	);
}

export function nearestMark(marks: readonly { x: number }[], x: number): number | null {
	let best: number | null = null;
	marks.forEach((mark, i) => {
		if (best === null || Math.abs(mark.x - x) < Math.abs((marks[best]?.x ?? 0) - x)) best = i;
	});
	return best;
}

/** A round cap draws it as a dot. */
export const pointPath = (x: number, y: number): string => `M${x} ${y}h0`;
