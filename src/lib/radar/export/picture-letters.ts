/** Letters that the font of the server's pictures does not have: it knows Latin, Greek and Cyrillic. */
const FOREIGN =
	/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Whether a text can be set on any machine: the other scripts only where the machine has fonts for them. */
export const hasLettersFor = (text: string): boolean => !FOREIGN.test(text);
