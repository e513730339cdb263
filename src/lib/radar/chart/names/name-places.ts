import { type Box, type Point } from '#lib/radar/chart/geometry.ts';
import { seededRandom } from '#lib/radar/model/random.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { around, Obstacles, crosses, overlap, type Line } from './boxes.ts';
import { movedLine, offsetsAround, type Offset } from './name-offsets.ts';
import { textWidth } from './text-width.ts';

/** A blip that asks for its name beside it. */
export interface NameCandidate extends Point {
	id: string;
	name: string;
}

/** `y`: baseline; in whole chart units, 0.7 CSS pixels: fractions are a tenth of the names' bytes. */
export interface PlacedName extends Point {
	id: string;
	/** As shown: may be shortened. */
	name: string;
	anchor: 'start' | 'end' | 'middle';
	/** From the blip's edge to the name, where the name is not beside its blip; else null. */
	leader: readonly [from: Point, to: Point] | null;
}

export interface NameOptions {
	/** With what is drawn around blips. */
	blipRadius: number;
	fontSize: number;
	reserved: readonly Box[];
	/** Whether letters may stand there. */
	bounds: (box: Box) => boolean;
	/** Further blips, without names. */
	others?: readonly Point[];
	/** Longest leader line, chart units; 0: none. */
	reach?: number;
	/** Ids of the names that no other pushes out. */
	first?: ReadonlySet<string>;
	/** Only `first` names may cover these, as a last resort. */
	lines?: readonly Box[];
}

interface Place {
	/** Of the letters and the gap around them. */
	box: Box;
	label: Omit<PlacedName, 'id'>;
	cost: number;
}

interface Named {
	candidate: NameCandidate;
	places: Place[];
	isFirst: boolean;
	/** Whose places can be in the way. */
	near: Named[];
	at: Place | null;
	/** How often it was pushed out: the next pays for it. */
	price: number;
}

/** Pushing out a neighbour costs more than any leader. */
const PUSH = 30;
/** Choices a name, before those without a place stay unnamed. */
const CHOICES = 5;
/** The cheapest places of a name that are looked at. */
const MOST_PLACES = 200;
/** Beyond this count names take what is free: 1,000 would push each other for seconds. */
export const CROWD = 400;

/**
 * A place for as many names as possible: beside the blip, askew, or at the end of a leader line.
 * Nothing overlaps and no leader crosses a name, a blip or what is reserved; names without room are left out.
 * The most crowded choose first; who finds no room pushes out the cheapest neighbours, and those choose again.
 * The same candidates get the same places.
 */
export function placeNames(
	candidates: readonly NameCandidate[],
	options: NameOptions
): PlacedName[] {
	const isCrowd = candidates.length > CROWD;
	const named = candidates.map((candidate) => ({
		candidate,
		isFirst: options.first?.has(candidate.id) ?? false
	}));
	const all = withPlaces(named, isCrowd ? { ...options, reach: 0 } : options);
	if (isCrowd) for (const one of all.toSorted(firstOnes)) takeFree(one);
	else negotiate(all);
	for (const one of all) if (one.at !== null) takeFree(one);
	return all.flatMap(({ candidate: { id }, at }) => (at === null ? [] : [{ id, ...at.label }]));
}

const firstOnes = (a: Named, b: Named): number => Number(b.isFirst) - Number(a.isFirst);

/** Leaves each name where most of them had a place. */
function negotiate(all: readonly Named[]): void {
	const random = seededRandom(all.length);
	const waiting = all
		.filter(({ places }) => places.length > 0)
		.sort((a, b) => firstOnes(b, a) || b.places.length - a.places.length);
	let fewest = Infinity;
	let best: (Place | null)[] = [];
	for (let left = CHOICES * waiting.length; left > 0; left--) {
		const next = waiting.pop();
		if (next === undefined) break;
		waiting.unshift(...settle(next, random));
		if (waiting.length < fewest) {
			fewest = waiting.length;
			best = all.map(({ at }) => at);
		}
	}
	all.forEach((named, index) => (named.at = best[index] ?? null));
}

/** Takes the cheapest place; returns those that it pushes out. `random` ends stalemates. */
function settle(named: Named, random: () => number): Named[] {
	let best: { place: Place; pushed: Named[]; cost: number } | null = null;
	for (const place of named.places) {
		let cost = place.cost;
		if (best !== null && cost >= best.cost) break;
		const pushed: Named[] = [];
		for (const other of named.near) {
			if (other.at === null || !conflict(place, other.at)) continue;
			const price = PUSH * (1 + other.price) * (0.7 + 0.6 * random());
			cost += other.isFirst && !named.isFirst ? Infinity : price;
			pushed.push(other);
			if (best !== null && cost >= best.cost) break;
		}
		if (cost < (best?.cost ?? Infinity)) best = { place, pushed, cost };
	}
	if (best === null) return [];
	for (const other of best.pushed) {
		other.at = null;
		other.price++;
	}
	named.at = best.place;
	return best.pushed;
}

/** Takes the cheapest place that is free, if it is cheaper than the present one. */
function takeFree(named: Named): void {
	const free = named.places.find(
		(place) => !named.near.some(({ at }) => at !== null && conflict(place, at))
	);
	if (free !== undefined && free.cost < (named.at?.cost ?? Infinity)) named.at = free;
}

function conflict(a: Place, b: Place): boolean {
	if (overlap(a.box, b.box)) return true;
	const [one, other] = [a.label.leader, b.label.leader];
	if (one !== null && crosses(one, b.box)) return true;
	if (other !== null && crosses(other, a.box)) return true;
	return one !== null && other !== null && meet(one, other);
}

const side = ([a, b]: Line, { x, y }: Point): number =>
	Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));

const meet = (a: Line, b: Line): boolean =>
	side(a, b[0]) !== side(a, b[1]) && side(b, a[0]) !== side(b, a[1]);

/** In font sizes. */
const GAP = 0.1;
/** Between a name askew and its neighbours. */
const WIDE_GAP = 0.2;
/** Costs beyond those of the offset. */
const SHORTENED = 40;
const ACROSS_LINES = 100;

function withPlaces(
	named: readonly { candidate: NameCandidate; isFirst: boolean }[],
	options: NameOptions
): Named[] {
	const free = placesOf(
		named.map(({ candidate }) => candidate),
		options
	);
	const all = named.map(({ candidate, isFirst }): Named => {
		const places = free(candidate, isFirst)
			.sort((a, b) => a.cost - b.cost)
			.slice(0, MOST_PLACES);
		return { candidate, places, isFirst, near: [], at: null, price: 0 };
	});
	const grounds = all.map(({ places }) =>
		around(
			places.flatMap(({ box, label }) => [box, ...(label.leader ? [around(label.leader)] : [])])
		)
	);
	for (const [index, ground] of grounds.entries()) {
		const isNear = (_: Named, at: number): boolean => {
			const other = grounds[at];
			return at !== index && other !== undefined && overlap(ground, other);
		};
		all[index]?.near.push(...all.filter(isNear));
	}
	return all;
}

/** The cheapest places of a name that nothing immovable takes, at most {@link MOST_PLACES} a text. */
function placesOf(
	candidates: readonly NameCandidate[],
	{ blipRadius: r, fontSize, reserved, bounds, others = [], lines = [], reach = 0 }: NameOptions
): (candidate: NameCandidate, isFirst: boolean) => Place[] {
	const taken = new Obstacles(fontSize * 2);
	for (const { x, y } of [...candidates, ...others]) {
		taken.addDisc({ x, y, r });
	}
	for (const box of reserved) taken.add(box);
	const crossing = new Obstacles(fontSize * 2);
	for (const box of lines) crossing.add(box);
	const offsets = offsetsAround(r, fontSize, reach).sort((a, b) => a.cost - b.cost);
	return (candidate, isFirst) =>
		textsOf(candidate.name).flatMap((name, shortened) => {
			const width = textWidth(name) * fontSize;
			const places: Place[] = [];
			for (const offset of offsets) {
				if (places.length === MOST_PLACES) break;
				const { anchor, back = 0, cost, leader } = offset;
				const [x, y] = [candidate.x + offset.dx - back * width, candidate.y + offset.dy];
				const box = boxOf(offset, x, y, width, fontSize);
				if (!bounds(box) || taken.hits(box)) continue;
				const line = leader && movedLine(leader, candidate);
				if (line !== null && taken.crossed(line, candidate)) continue;
				const onLine = crossing.hits(box);
				if (onLine && !isFirst) continue;
				places.push({
					box,
					cost: cost + shortened * SHORTENED + (onLine ? ACROSS_LINES : 0),
					label: { name, x: rounded(x, 0), y: rounded(y, 0), anchor, leader: line }
				});
			}
			return places;
		});
}

/** Of the letters and the gap around them; `x`, `y`: of the anchor, on the baseline. */
function boxOf(
	{ anchor, leader, isAside }: Offset,
	x: number,
	y: number,
	width: number,
	fontSize: number
): Box {
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	const gap = fontSize * (isAside ? WIDE_GAP : GAP);
	// A leader touches its own name.
	const before = leader !== null && anchor !== 'end' ? 0 : gap;
	const after = leader !== null && anchor === 'end' ? 0 : gap;
	return {
		x: left - before,
		y: y - fontSize * 0.8,
		width: before + width + after,
		height: fontSize
	};
}

/** "Container Network Interface (CNI)" may be shown as "CNI". */
function textsOf(name: string): string[] {
	const short = /\(([^)]{2,8})\)$/.exec(name)?.[1];
	return short === undefined ? [name] : [name, short];
}
