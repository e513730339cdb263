import { join } from 'node:path';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import { parseOrganisations, type Organisations } from '#lib/radar/landscape/organisations.ts';
import { parseCarriedByRow, type CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import type { Source } from '#lib/radar/observation/sources.ts';
import { usableLines } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';
import { knownSource } from './use-files.ts';

export interface OrganisationFiles {
	organisations: Organisations;
	/** In the order of the files. */
	carriedBy: CarriedByRow[];
}

const NONE = 'version: 1\norganisations: []\npublic: []\nfoundations: []\nagents: []';

/**
 * Reads the organisations and the counts of commits by organisation; unusable lines are skipped. Without the files
 * there are none.
 * @throws {InputError} for broken organisations, naming file and line.
 */
export function readOrganisationFiles(
	files: FolderFiles,
	sources: readonly Source[],
	skipped: FaultPosition[]
): OrganisationFiles {
	const name = 'organisations.yml';
	const organisations = parseOrganisations(files.read(name) ?? NONE, join(files.folder, name));
	const isKnown = knownSource(sources);
	const carriedBy = files
		.list('organisations')
		.flatMap((file) =>
			usableLines(files, file, skipped, (line) => isKnown(parseCarriedByRow(line, organisations)))
		);
	return { organisations, carriedBy };
}
