import { pngOf } from '#lib/server/picture/png.ts';
import { OPEN } from './open-data.ts';

/** Answers with a picture in pixels, one for each unit of the drawing. */
export const openPng = async (svg: string): Promise<Response> =>
	new Response(await pngOf(svg), { headers: { ...OPEN, 'content-type': 'image/png' } });
