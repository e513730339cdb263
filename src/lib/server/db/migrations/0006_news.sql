CREATE TABLE `news_feed` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`site` text NOT NULL,
	`quote` integer NOT NULL,
	`off` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `news_feed_state` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`last_ok` text,
	`etag` text,
	`modified` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`error` text,
	`not_before` text
);
--> statement-breakpoint
CREATE TABLE `news_item` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`published_on` text NOT NULL,
	`undated` integer NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`guid` text,
	`version` text,
	`facts` text NOT NULL,
	`links` text NOT NULL,
	CONSTRAINT "news_item_published" CHECK("news_item"."published_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `news_item_day` ON `news_item` (`published_on`);--> statement-breakpoint
CREATE TABLE `news_project` (
	`item_id` text NOT NULL,
	`project_id` text NOT NULL,
	`how` text NOT NULL,
	PRIMARY KEY(`item_id`, `project_id`),
	FOREIGN KEY (`item_id`) REFERENCES `news_item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `news_project_project` ON `news_project` (`project_id`);--> statement-breakpoint
CREATE TABLE `news_quote` (
	`item_id` text PRIMARY KEY NOT NULL,
	`sentence` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `news_item`(`id`) ON UPDATE no action ON DELETE cascade
);
