CREATE TABLE `carried_by_count` (
	`id` integer PRIMARY KEY NOT NULL,
	`repository_key` text NOT NULL,
	`until` text NOT NULL,
	`count` text NOT NULL,
	CONSTRAINT "carried_by_day" CHECK("carried_by_count"."until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `carried_by_repository` ON `carried_by_count` (`repository_key`,`until`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `candidate` (
	`repository_key` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`candidate` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `package_entry` (
	`repository_key` text PRIMARY KEY NOT NULL,
	`entry` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `use_figure` (
	`id` integer PRIMARY KEY NOT NULL,
	`repository_key` text NOT NULL,
	`kind` text NOT NULL,
	`observed_on` text NOT NULL,
	`figure` text NOT NULL,
	CONSTRAINT "use_figure_day" CHECK("use_figure"."observed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `use_figure_repository` ON `use_figure` (`repository_key`,`observed_on`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_observation` (
	`id` integer PRIMARY KEY NOT NULL,
	`repository_id` integer NOT NULL,
	`source_id` text NOT NULL,
	`observed_on` text NOT NULL,
	`learnt_on` text NOT NULL,
	`mirror` integer NOT NULL,
	`values` text NOT NULL,
	`not_applicable` text NOT NULL,
	`unknown` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_day" CHECK("__new_observation"."observed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "observation_values" CHECK(json_valid("__new_observation"."values"))
);
--> statement-breakpoint
INSERT INTO `__new_observation`("id", "repository_id", "source_id", "observed_on", "learnt_on", "mirror", "values", "not_applicable", "unknown") SELECT "id", "repository_id", "source_id", "observed_on", coalesce("learnt_on", "observed_on"), "mirror", "values", "not_applicable", "unknown" FROM `observation`;--> statement-breakpoint
DROP TABLE `observation`;--> statement-breakpoint
ALTER TABLE `__new_observation` RENAME TO `observation`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `observation_once` ON `observation` (`repository_id`,`observed_on`,`source_id`,`learnt_on`);