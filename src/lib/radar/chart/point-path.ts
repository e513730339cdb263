/** A point as a line of no length: with a round cap it is a dot that stretching does not bend. */
export const pointPath = (x: number, y: number): string => `M${x} ${y}h0`;
