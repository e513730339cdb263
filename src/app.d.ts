import type { Site } from './lib/server/read/site.ts';

declare global {
	interface ImportMetaEnv {
		readonly STATIC_SITE: boolean;
	}
	namespace App {
		interface Locals {
			site: Site;
		}
	}
}

export {};
