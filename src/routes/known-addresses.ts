import { FORMATS } from '#lib/radar/api/formats.ts';
import { STACK_ADDRESSES } from '#lib/radar/guide/told/stack-addresses.ts';
import { NEWS_ADDRESSES } from '#lib/radar/news/news-addresses.ts';
import { didYouMean } from '#lib/radar/words/nearest.ts';
import { by } from '#lib/radar/words/order.ts';

/** Every address of data, in the order of its path. */
export const KNOWN_ADDRESSES: readonly { path: string; description: string }[] = [
	...Object.values(FORMATS),
	...NEWS_ADDRESSES,
	...STACK_ADDRESSES
]
	.map(({ path, description }) => ({ path, description }))
	.sort(by(({ path }) => path));

/** What an address that is none is told. */
export const noAddress = (path: string): string => {
	const hint = didYouMean(
		path,
		KNOWN_ADDRESSES.map((known) => known.path)
	);
	return `There is no data at ${path}.${hint}`;
};
