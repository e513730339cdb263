export const MOST_COMPARED = 4;
export const LEAST_COMPARED = 2;
