PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_placement_observation` (
	`edition_id` text NOT NULL,
	`project_id` text NOT NULL,
	`model_version` text NOT NULL,
	`observation_id` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `project_id`, `model_version`, `observation_id`),
	FOREIGN KEY (`observation_id`) REFERENCES `observation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition_id`,`project_id`,`model_version`) REFERENCES `placement`(`edition_id`,`project_id`,`model_version`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_placement_observation`("edition_id", "project_id", "model_version", "observation_id") SELECT "edition_id", "project_id", "model_version", "observation_id" FROM `placement_observation`;--> statement-breakpoint
DROP TABLE `placement_observation`;--> statement-breakpoint
ALTER TABLE `__new_placement_observation` RENAME TO `placement_observation`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `placement_observation_seen` ON `placement_observation` (`observation_id`);--> statement-breakpoint
CREATE TABLE `__new_placement` (
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
	CONSTRAINT "placement_ring" CHECK("__new_placement"."ring" IS NULL OR "__new_placement"."ring" IN ('adopt', 'trial', 'assess', 'hold')),
	CONSTRAINT "placement_score" CHECK("__new_placement"."score" IS NULL OR "__new_placement"."score" BETWEEN 0 AND 100),
	CONSTRAINT "placement_confidence" CHECK("__new_placement"."confidence" BETWEEN 0 AND 1),
	CONSTRAINT "placement_rated" CHECK(("__new_placement"."ring" IS NULL) = ("__new_placement"."x" IS NULL) AND ("__new_placement"."ring" IS NULL) = ("__new_placement"."y" IS NULL) AND ("__new_placement"."ring" IS NULL) = ("__new_placement"."not_rated" IS NOT NULL) AND CASE WHEN "__new_placement"."ring" IS NULL THEN "__new_placement"."score" IS NULL ELSE "__new_placement"."score" IS NOT NULL OR "__new_placement"."ring" = 'hold' END)
);
--> statement-breakpoint
INSERT INTO `__new_placement`("edition_id", "project_id", "model_version", "ring", "score", "movement", "confidence", "not_rated", "x", "y", "detail") SELECT "edition_id", "project_id", "model_version", "ring", "score", "movement", "confidence", "not_rated", "x", "y", "detail" FROM `placement`;--> statement-breakpoint
DROP TABLE `placement`;--> statement-breakpoint
ALTER TABLE `__new_placement` RENAME TO `placement`;--> statement-breakpoint
CREATE INDEX `placement_project` ON `placement` (`project_id`);--> statement-breakpoint
CREATE TABLE `__new_elsewhere` (
	`name` text NOT NULL,
	`path` text NOT NULL,
	`repository` text,
	`maturity` text,
	PRIMARY KEY(`path`, `name`)
);
--> statement-breakpoint
INSERT INTO `__new_elsewhere`("name", "path", "repository", "maturity") SELECT "name", "path", "repository", "maturity" FROM `elsewhere`;--> statement-breakpoint
DROP TABLE `elsewhere`;--> statement-breakpoint
ALTER TABLE `__new_elsewhere` RENAME TO `elsewhere`;