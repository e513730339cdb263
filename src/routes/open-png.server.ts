import { pngOf } from '#lib/server/picture/png.ts';
import { OPEN } from './open-data.ts';

export const openPng = async (svg: string): Promise<Response> =>
	new Response(await pngOf(svg), { headers: { ...OPEN, 'content-type': 'image/png' } });
