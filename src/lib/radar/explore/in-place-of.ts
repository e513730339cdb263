/** A value for here, and what is sent to the browser in place of it. */
export class InPlaceOf<Here, Sent> {
	readonly here: Here;
	readonly sent: Sent;

	constructor(here: Here, sent: Sent) {
		this.here = here;
		this.sent = sent;
	}
}
