import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Settings } from '#lib/radar/model/settings.ts';
import { type Model, modelSchema } from '#lib/radar/model/settings/model.ts';
import type { Database } from '#lib/server/db/database.ts';
import { modelVersion } from '#lib/server/db/schema.ts';

export class ModelVersionError extends Error {
	override name = 'ModelVersionError';
}

export function keepModel(db: Database, settings: Settings): void {
	const { model } = settings;
	const entry = model.changelog.find(({ version }) => version === model.version);
	const row = {
		version: model.version,
		hash: hashOf(model),
		settings,
		change: entry?.change ?? '',
		since: entry?.date ?? model.cut_offs.frozen
	};
	db.insert(modelVersion)
		.values(row)
		.onConflictDoUpdate({ target: modelVersion.version, set: row })
		.run();
}

/** @throws {ModelVersionError} when the model changed but its version did not. */
export function refuseChangedModel(db: Database, { model }: Settings): void {
	const { version } = model;
	const known = db.select().from(modelVersion).where(eq(modelVersion.version, version)).get();
	if (known === undefined || known.hash === hashOf(model)) return;
	if (hashOf(asReadNow(known.settings.model)) === hashOf(model)) return;
	throw new ModelVersionError(
		`The model was changed but is still called ${version}. Give it a new version and a line in the changelog in data/radar.yml.`
	);
}

/** Fills newer settings with defaults that match earlier behaviour. */
const asReadNow = (kept: Model): Model => modelSchema.safeParse(kept).data ?? kept;

/** Words and the changelog are no part of the model. */
const WORDS = new Set(['changelog', 'purpose', 'rule', 'label', 'why', 'unit', 'when', 'then']);

const hashOf = (model: Model): string =>
	createHash('sha256')
		.update(JSON.stringify(model, (key, value: unknown) => (WORDS.has(key) ? undefined : value)))
		.digest('hex');
