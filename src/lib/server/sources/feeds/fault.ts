/** A feed that cannot be had or used tonight; its message is a sentence's part: "answered 404". */
export class FeedFault extends Error {
	override name = 'FeedFault';
	/** The server asked to be left alone until then, in milliseconds since 1970; null: not asked. */
	readonly notBefore: number | null;
	constructor(message: string, notBefore: number | null = null) {
		super(message);
		this.notBefore = notBefore;
	}
}
