CREATE TABLE `crawl_landscape` (
	`url` text PRIMARY KEY NOT NULL,
	`etag` text,
	`fetched_at` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `crawl_observation` (
	`key` text NOT NULL,
	`observed_on` text NOT NULL,
	`source_id` text NOT NULL,
	`line` text NOT NULL,
	`past` integer NOT NULL,
	`etag` text,
	`fetched_at` text NOT NULL,
	`published` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`key`, `observed_on`, `source_id`),
	CONSTRAINT "crawl_observation_day" CHECK("crawl_observation"."observed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE TABLE `crawl_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`night` text NOT NULL,
	`state` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`pid` integer NOT NULL,
	`host` text NOT NULL,
	`beat_at` text NOT NULL,
	`landscape` text NOT NULL,
	`landscape_etag` text,
	`targets` integer DEFAULT 0 NOT NULL,
	`observed` integer DEFAULT 0 NOT NULL,
	`not_found` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`requests` integer DEFAULT 0 NOT NULL,
	`counted` integer DEFAULT 0 NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`error` text,
	CONSTRAINT "crawl_run_night" CHECK("crawl_run"."night" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE TABLE `crawl_state` (
	`key` text PRIMARY KEY NOT NULL,
	`database_id` integer,
	`memory` text,
	`last_tried` text NOT NULL,
	`last_run` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`misses` integer DEFAULT 0 NOT NULL,
	`missed_on` text
);
--> statement-breakpoint
CREATE TABLE `defect` (
	`id` integer PRIMARY KEY NOT NULL,
	`line` integer,
	`path` text NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`message` text NOT NULL,
	`suggestion` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition` (
	`id` text PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`model_version` text NOT NULL,
	`blip_radius` real NOT NULL,
	FOREIGN KEY (`model_version`) REFERENCES `model_version`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "edition_day" CHECK("edition"."date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "edition_radius" CHECK("edition"."blip_radius" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edition_date_unique` ON `edition` (`date`);--> statement-breakpoint
CREATE TABLE `elsewhere` (
	`name` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`repository` text,
	`maturity` text
);
--> statement-breakpoint
CREATE TABLE `expert_placement` (
	`id` integer PRIMARY KEY NOT NULL,
	`repository_key` text NOT NULL,
	`project` text NOT NULL,
	`ring` text NOT NULL,
	`source` text NOT NULL,
	`date` text NOT NULL,
	`secondary` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `expert_repository` ON `expert_placement` (`repository_key`);--> statement-breakpoint
CREATE TABLE `membership` (
	`edition_id` text NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`repository` text,
	`maturity` text,
	`paths` text NOT NULL,
	`category` text NOT NULL,
	`subcategory` text NOT NULL,
	PRIMARY KEY(`edition_id`, `project_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_project` ON `membership` (`project_id`);--> statement-breakpoint
CREATE TABLE `model_version` (
	`version` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`settings` text NOT NULL,
	`change` text NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `observation` (
	`id` integer PRIMARY KEY NOT NULL,
	`repository_id` integer NOT NULL,
	`source_id` text NOT NULL,
	`observed_on` text NOT NULL,
	`mirror` integer NOT NULL,
	`values` text NOT NULL,
	`not_applicable` text NOT NULL,
	`unknown` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_day" CHECK("observation"."observed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "observation_values" CHECK(json_valid("observation"."values"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observation_once` ON `observation` (`repository_id`,`observed_on`,`source_id`);--> statement-breakpoint
CREATE TABLE `placement` (
	`edition_id` text NOT NULL,
	`project_id` text NOT NULL,
	`model_version` text NOT NULL,
	`ring` text,
	`score` real,
	`movement` text NOT NULL,
	`confidence` real NOT NULL,
	`not_rated` text,
	`x` real,
	`y` real,
	`detail` text NOT NULL,
	PRIMARY KEY(`edition_id`, `project_id`, `model_version`),
	FOREIGN KEY (`model_version`) REFERENCES `model_version`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`,`project_id`) REFERENCES `membership`(`edition_id`,`project_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "placement_ring" CHECK("placement"."ring" IS NULL OR "placement"."ring" IN ('adopt', 'trial', 'assess', 'hold')),
	CONSTRAINT "placement_score" CHECK("placement"."score" IS NULL OR "placement"."score" BETWEEN 0 AND 100),
	CONSTRAINT "placement_confidence" CHECK("placement"."confidence" BETWEEN 0 AND 1),
	CONSTRAINT "placement_rated" CHECK(("placement"."ring" IS NULL) = ("placement"."score" IS NULL) AND ("placement"."ring" IS NULL) = ("placement"."x" IS NULL) AND ("placement"."ring" IS NULL) = ("placement"."not_rated" IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX `placement_project` ON `placement` (`project_id`);--> statement-breakpoint
CREATE TABLE `placement_observation` (
	`edition_id` text NOT NULL,
	`project_id` text NOT NULL,
	`model_version` text NOT NULL,
	`observation_id` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `project_id`, `model_version`, `observation_id`),
	FOREIGN KEY (`observation_id`) REFERENCES `observation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`,`project_id`,`model_version`) REFERENCES `placement`(`edition_id`,`project_id`,`model_version`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`homepage` text,
	`repository_id` integer,
	`facts` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_repository` ON `project` (`repository_id`);--> statement-breakpoint
CREATE TABLE `repository` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name_with_owner` text NOT NULL,
	`database_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `repository_key_unique` ON `repository` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `repository_database_id_unique` ON `repository` (`database_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `validation` (
	`model_version` text PRIMARY KEY NOT NULL,
	`report` text NOT NULL
);
