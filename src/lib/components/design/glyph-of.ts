import type { Blip } from '#lib/radar/model/placement.ts';
import { isBroken, isHollow, shapeOf } from '#lib/radar/chart/shape.ts';

/** The sign in `glyphs.css`, shaped as on the chart. */
export function glyphOf(blip: Blip): string {
	if (blip.ring === null) return 'not-rated';
	const shape = shapeOf(blip);
	const moves = shape === 'circle' && (blip.movement === 'in' || blip.movement === 'out');
	const glyph = moves ? `arc-${blip.movement}` : shape;
	const hollow = isHollow(blip) ? `${glyph} hollow` : glyph;
	return moves && isBroken(blip) ? `${hollow} broken` : hollow;
}
