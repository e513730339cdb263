import { arcTurn, isWithin, MARGIN, OUTER_RADIUS, type Point } from '#lib/radar/chart/geometry.ts';
import { placeAt } from './glide.ts';
import type { Track } from '#lib/radar/chart/history.ts';
import { NAME_SIZE } from '#lib/radar/chart/names/names.ts';
import { placeNames, type PlacedName } from '#lib/radar/chart/names/name-places.ts';
import { moveKind } from '#lib/radar/edition/moves/move.ts';

export interface RingChange {
	track: Track;
	place: Point;
	/** Degrees, see {@link arcTurn}. */
	turn: number;
	/** Null when it does not fit. */
	name: PlacedName | null;
}

const FONT = NAME_SIZE;
/** Bold width factor. */
const BOLD = 1.1;
const ARC = 3;

/** `edition`: index; `radius`: of blips. */
export function ringChanges(
	tracks: readonly Track[],
	edition: number,
	radius: number
): RingChange[] {
	const places = new Map(
		tracks.flatMap((track) => {
			const place = placeAt(track, edition);
			return place === null ? [] : [[track, { x: place.x, y: place.y }] as const];
		})
	);
	const changes = [...places].flatMap(([track, place]) => {
		const direction = directionIn(track, edition);
		return direction === null ? [] : [{ track, place, turn: arcTurn(place, direction) }];
	});
	const names = placeNames(
		changes.map(({ track: { id, name }, place }) => ({ ...place, id, name })),
		{
			blipRadius: radius + ARC,
			fontSize: FONT * BOLD,
			reserved: [],
			bounds: isWithin(OUTER_RADIUS + MARGIN),
			others: [...places.values()]
		}
	);
	return changes.map((change) => ({
		...change,
		name: names.find(({ id }) => id === change.track.id) ?? null
	}));
}

function directionIn({ ring }: Track, edition: number): 'in' | 'out' | null {
	const stateIn = (at: number) => ring[at] ?? 'not-rated';
	const kind = moveKind(stateIn(edition - 1), stateIn(edition));
	return kind === 'in' || kind === 'out' ? kind : null;
}
