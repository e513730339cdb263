ALTER TABLE `observation` ADD `database_id` integer;--> statement-breakpoint
ALTER TABLE `crawl_observation` DROP COLUMN `etag`;--> statement-breakpoint
ALTER TABLE `crawl_observation` DROP COLUMN `published`;--> statement-breakpoint
ALTER TABLE `crawl_state` DROP COLUMN `database_id`;--> statement-breakpoint
ALTER TABLE `crawl_state` DROP COLUMN `memory`;--> statement-breakpoint
ALTER TABLE `crawl_state` DROP COLUMN `misses`;--> statement-breakpoint
ALTER TABLE `crawl_state` DROP COLUMN `missed_on`;