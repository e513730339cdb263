import type { RadarReader } from './lib/radar/api/reader.ts';
import type { Site } from './lib/server/read/site.ts';

declare global {
	interface ImportMetaEnv {
		readonly STATIC_SITE: boolean;
	}
	namespace App {
		interface Locals {
			site: Site;
			/** Of the published model. */
			reader: RadarReader;
		}
	}
}

export {};
