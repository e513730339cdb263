/** Outside Latin, Greek and Cyrillic: missing from the server's picture font. */
const FOREIGN =
	/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** False: only machines with suitable fonts can draw it. */
export const hasLettersFor = (text: string): boolean => !FOREIGN.test(text);
