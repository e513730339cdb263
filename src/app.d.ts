import type { Site } from '#lib/server/site.ts';

declare global {
	namespace App {
		interface Locals {
			site: Site;
		}
	}
}

export {};
