/** In characters; more of a question is not read. */
export const LONGEST_QUESTION = 600;
