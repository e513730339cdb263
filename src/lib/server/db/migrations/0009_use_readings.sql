CREATE TABLE `crawl_use` (
	`night` text NOT NULL,
	`source_id` text NOT NULL,
	`reading` text NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`night`, `source_id`),
	CONSTRAINT "crawl_use_night" CHECK("crawl_use"."night" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE TABLE `use_reading` (
	`source_id` text PRIMARY KEY NOT NULL,
	`reading` text NOT NULL
);
