import type { Site } from './lib/server/read/site.ts';

declare global {
	interface ImportMetaEnv {
		/** Whether the site is static: nobody answers but files. Decided when it is built. */
		readonly STATIC_SITE: boolean;
	}
	namespace App {
		interface Locals {
			site: Site;
		}
	}
}

export {};
