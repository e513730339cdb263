import { segments as segmentsOf } from './geometry.ts';
import { layoutRadar } from './layout.ts';
import type { EditionPage, EditionSegment } from '#lib/radar/edition/edition-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { byText } from '#lib/radar/words/order.ts';

export interface ChartSegment {
	name: string;
	/** Radians clockwise from 12 o'clock. */
	start: number;
	end: number;
	colour: EditionSegment['colour'];
	/** Inner ring first, then by score and name. */
	marks: Mark[];
}

export interface Mark {
	id: string;
	x: number;
	y: number;
	ring: Ring;
	blip: Blip;
}

export interface Chart {
	segments: ChartSegment[];
	blipRadius: number;
}

/** An unknown segment gives the whole radar. */
export function chartOf(view: EditionPage, segment: string | null): Chart {
	const zoomed = view.segments.find(({ name }) => name === segment);
	return zoomed ? spread(view, zoomed) : published(view);
}

function published(view: EditionPage): Chart {
	const slices = segmentsOf(view.segments);
	const marks = view.blips.flatMap((blip) => markOf(blip, blip.x, blip.y));
	return {
		blipRadius: view.blipRadius,
		segments: view.segments.map(({ name, colour }, at) => ({
			name,
			colour,
			start: slices[at]?.start ?? 0,
			end: slices[at]?.end ?? 0,
			marks: marks.filter(({ blip }) => blip.category === name).sort(inReadingOrder)
		}))
	};
}

const LEAST_SHARE = 2.5;

function spread(
	view: EditionPage,
	{ name: category, subcategories, colour }: EditionSegment
): Chart {
	const blips = view.blips.filter((blip) => blip.category === category && blip.ring !== null);
	const slices = segmentsOf(
		subcategories
			.map((name) => ({
				name,
				angle: LEAST_SHARE + blips.filter((blip) => blip.subcategory === name).length
			}))
			.filter(({ angle }) => angle > LEAST_SHARE)
	);
	const placed = layoutRadar(
		blips.flatMap(({ id, subcategory, ring, score }) =>
			ring === null ? [] : [{ id, category: subcategory, subcategory, ring, score }]
		),
		slices
	);
	const places = new Map(placed.map((place) => [place.id, place]));
	const marks = blips.flatMap((blip) => {
		const place = places.get(blip.id);
		return markOf(blip, place?.x ?? null, place?.y ?? null);
	});
	return {
		blipRadius: placed[0]?.r ?? view.blipRadius,
		segments: slices.map(({ category: name, start, end }) => ({
			name,
			start,
			end,
			colour,
			marks: marks.filter(({ blip }) => blip.subcategory === name).sort(inReadingOrder)
		}))
	};
}

const markOf = (blip: Blip, x: number | null, y: number | null): Mark[] =>
	blip.ring === null || x === null || y === null
		? []
		: [{ id: blip.id, x, y, ring: blip.ring, blip }];

const inReadingOrder = (a: Mark, b: Mark): number =>
	ringIndex(a.ring) - ringIndex(b.ring) ||
	(b.blip.score ?? 0) - (a.blip.score ?? 0) ||
	byText(a.blip.name, b.blip.name);

/** `ids`: null counts all. */
export function countMarks(
	chart: Chart,
	ids: ReadonlySet<string> | null
): (segment: string, ring?: Ring) => number {
	const counts = new Map<string, number>();
	const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
	for (const { name, marks } of chart.segments) {
		for (const { id, ring } of marks) {
			if (ids !== null && !ids.has(id)) continue;
			add(name);
			add(`${name}\n${ring}`);
		}
	}
	return (segment, ring) => counts.get(ring === undefined ? segment : `${segment}\n${ring}`) ?? 0;
}
