/** What is missing from an answer, by the name a part has in the query. */
export interface Gaps {
	/** Why a part did not come. */
	why: (part: string) => string;
	/** Whether its absence is a failure: then null does not mean "none". */
	failed: (part: string) => boolean;
}
