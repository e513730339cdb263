import { OPERATIONS } from '#lib/radar/api/operations.ts';
import { didYouMean } from '#lib/radar/words/nearest.ts';

/** What an address of data that is none is told. */
export const noAddress = (path: string): string => {
	const known = OPERATIONS.map((operation) => operation.path);
	return `There is no data at ${path}.${didYouMean(path, known)}`;
};
