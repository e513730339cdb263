import type { Transport } from '@sveltejs/kit';
import { InPlaceOf } from './lib/radar/explore/in-place-of.ts';

export const transport: Transport = {
	InPlaceOf: {
		encode: (value) => value instanceof InPlaceOf && value.sent,
		decode: (sent) => sent
	}
};
