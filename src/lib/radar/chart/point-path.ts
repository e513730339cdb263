/** A round cap draws it as a dot. */
export const pointPath = (x: number, y: number): string => `M${x} ${y}h0`;
