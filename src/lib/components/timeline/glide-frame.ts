import { placeAt, trail } from './glide.ts';
import type { Track } from '#lib/radar/chart/history.ts';
import { shapePath } from '#lib/radar/chart/shape.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** One outline: fewer elements per frame. */
export interface FrameGroup {
	d: string;
	hollow: boolean;
	/** Above 0, up to 1. */
	opacity: number;
}

/** `strength`: full opacity, 0 to 1. */
export function frameGroups(
	tracks: readonly Track[],
	moment: number,
	radius: number,
	strength: (id: string) => number
): FrameGroup[] {
	const groups = new Map<string, FrameGroup>();
	for (const track of tracks) {
		const place = placeAt(track, moment);
		if (place === null) continue;
		const edition = shapedIn(track, moment);
		const hollow = track.hollow[edition] ?? false;
		const opacity = rounded(place.presence * strength(track.id), 2);
		if (opacity === 0) continue;
		const key = `${hollow} ${opacity}`;
		const group = groups.get(key) ?? { d: '', hollow, opacity };
		group.d += shapePath(track.shape[edition] ?? 'circle', place.x, place.y, radius);
		groups.set(key, group);
	}
	return [...groups.values()];
}

function shapedIn({ shape }: Track, moment: number): number {
	const nearest = Math.round(moment);
	if ((shape[nearest] ?? null) !== null) return nearest;
	return nearest > moment ? Math.floor(moment) : Math.ceil(moment);
}

/** Empty without motion. */
export function trailPaths(tracks: readonly Track[], from: number, to: number): string {
	let d = '';
	for (const track of tracks) {
		trail(track, from, to).forEach(({ x, y }, i) => {
			d += `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
		});
	}
	return d;
}
