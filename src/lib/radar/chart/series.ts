import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** A value on a day; null where it was not observed. */
export interface SeriesPoint {
	date: Day;
	value: number | null;
}

/** Where a series is drawn, in the drawing's units. */
export interface SeriesBox {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** First and last day of the axis, so that several drawings share it. */
	from: Day;
	to: Day;
	/** Highest value of the axis; the series' own, rounded up, when left out. */
	max?: number;
}

/** A series laid out: what was not observed leaves a gap. */
export interface DrawnSeries {
	line: string;
	area: string;
	/** One for every point, observed or not, in the order given. */
	marks: { x: number; y: number | null }[];
	/** Observed points with none beside them, which a line would not show. */
	lone: { x: number; y: number }[];
	ticks: { y: number; value: number }[];
	years: { x: number; label: string }[];
	/** Index of the last observed point; null when there is none. */
	last: number | null;
}

const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Places days on the axis. One day alone stands at its end. */
export function dayScale({ left, right, from, to }: SeriesBox): (day: Day) => number {
	const scale = scaleLinear([at(from), at(to)], [left, right]);
	return (day) => (from === to ? right : tenth(scale(at(day))));
}

/** Lays out a series of non-negative values on a scale that begins at 0. Points come oldest first. */
export function drawSeries(points: readonly SeriesPoint[], box: SeriesBox): DrawnSeries {
	const x = dayScale(box);
	const highest = box.max ?? Math.max(1, ...points.map(({ value }) => value ?? 0));
	const y = scaleLinear([0, highest], [box.bottom, box.top]);
	if (box.max === undefined) y.nice(4);
	const marks = points.map(({ date, value }) => ({
		x: x(date),
		y: value === null ? null : tenth(y(value))
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
		ticks: [0, y.domain()[1] ?? highest].map((value) => ({ value, y: tenth(y(value)) })),
		years: yearsBetween(box.from, box.to).map((year) => ({
			x: x(`${year}-01-01`),
			label: String(year)
		})),
		last: lastIndex(points)
	};
}

/** Index of the last observed point; null when there is none. */
function lastIndex(points: readonly SeriesPoint[]): number | null {
	const index = points.findLastIndex(({ value }) => value !== null);
	return index < 0 ? null : index;
}

/** Years whose first day lies within. */
function yearsBetween(from: Day, to: Day): number[] {
	const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
		(year) => `${year}-01-01` >= from
	);
}

/** Index of the mark nearest to a place; null when there are none. */
export function nearestMark(marks: readonly { x: number }[], x: number): number | null {
	let best: number | null = null;
	marks.forEach((mark, i) => {
		if (best === null || Math.abs(mark.x - x) < Math.abs((marks[best]?.x ?? 0) - x)) best = i;
	});
	return best;
}
