import type { Site } from '#lib/server/read/site.ts';

/** What the server entry hands to the site with a request. */
export interface Served {
	/** Of the generation that answers; null: nothing can be served. */
	site: Site | null;
	/** Draws beside the thread that answers. */
	pngOf: (svg: string, scale?: number) => Promise<Uint8Array<ArrayBuffer>>;
}

declare module 'node:http' {
	interface IncomingMessage {
		served?: Served;
		/** Set by the site: the id of the route that answers. */
		routeId?: string | null;
	}
}
