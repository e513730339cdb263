/** `here` stays on the server; the browser receives `sent`. */
export class InPlaceOf<Here, Sent> {
	readonly here: Here;
	readonly sent: Sent;

	constructor(here: Here, sent: Sent) {
		this.here = here;
		this.sent = sent;
	}
}
