import type { IncomingMessage } from 'node:http';
import type {} from './lib/server/http/platform.ts';
import type { RadarReader } from './lib/radar/api/reader.ts';
import type { Identity } from './lib/radar/edition/identity.ts';
import 'svelte/elements';
import type { VisitorWriter } from './lib/server/language-model/visitor-writer.ts';
import type { Site } from './lib/server/read/site.ts';

declare global {
	interface ImportMetaEnv {
		readonly STATIC_SITE: boolean;
	}
	namespace App {
		interface Error {
			message: string;
			/** Projects that may be meant. */
			near?: { id: string; name: string }[];
		}
		interface Locals {
			site: Site;
			/** Of the published model. */
			reader: RadarReader;
			/** Null where no language model is configured. */
			writer: VisitorWriter | null;
		}
		/** Of the server; undefined in development and while pages are made ahead. */
		interface Platform {
			req: IncomingMessage;
		}
		interface PageData {
			/** Missing where no edition can be read. */
			identity?: Identity;
		}
		interface PageState {
			/** Parameters of the step before, where the same page made this one. */
			before?: string;
			isSearch?: boolean;
		}
	}
}

declare module 'svelte/elements' {
	/** A link inside a drawing hands its paint and its place down. */
	interface HTMLAnchorAttributes {
		transform?: string | null;
		fill?: string | null;
		stroke?: string | null;
		'stroke-width'?: number | null;
		'fill-opacity'?: number | null;
		'stroke-opacity'?: number | null;
	}
}

export {};
