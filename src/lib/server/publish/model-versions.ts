import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Model, Settings } from '#lib/radar/model/settings.ts';
import { modelSchema } from '#lib/radar/model/settings/model.ts';
import type { Database } from '#lib/server/db/database.ts';
import { modelVersion } from '#lib/server/db/schema.ts';

/** A model that changed without a new version: the same version has to mean the same model. */
export class ModelVersionError extends Error {
	override name = 'ModelVersionError';
}

/** Keeps the settings under their model's version, whatever that version meant before. */
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

/** @throws {ModelVersionError} when the model was changed but not its version. */
export function refuseChangedModel(db: Database, { model }: Settings): void {
	const { version } = model;
	const known = db.select().from(modelVersion).where(eq(modelVersion.version, version)).get();
	if (known === undefined || known.hash === hashOf(model)) return;
	if (hashOf(asReadNow(known.settings.model)) === hashOf(model)) return;
	throw new ModelVersionError(
		`The model was changed but is still called ${version}. Give it a new version and a line in the changelog in data/radar.yml.`
	);
}

/**
 * A kept model with the settings that came later at their defaults, which mean what the code did before; as it stands
 * where it cannot be read any more.
 */
const asReadNow = (kept: Model): Model => modelSchema.safeParse(kept).data ?? kept;

/** The changelog tells of versions; it does not make one. */
const hashOf = (model: Model): string =>
	createHash('sha256')
		.update(JSON.stringify({ ...model, changelog: undefined }))
		.digest('hex');
