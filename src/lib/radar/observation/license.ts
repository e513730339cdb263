import type { LicenseClass } from '#lib/radar/words/vocabulary.ts';

/** SPDX ids; `GPL` and `LGPL` mean an unrecognised version. */
const CLASSES: Record<Exclude<LicenseClass, 'unknown'>, readonly string[]> = {
	permissive: [
		'Apache-2.0',
		'MIT',
		'MIT-0',
		'BSD-2-Clause',
		'BSD-3-Clause',
		'BSD-3-Clause-Clear',
		'BSD-4-Clause',
		'ISC',
		'Zlib',
		'0BSD',
		'PostgreSQL',
		'Unlicense',
		'BSL-1.0',
		'UPL-1.0',
		'NCSA',
		'PSF-2.0',
		'Python-2.0',
		'Artistic-2.0',
		'MulanPSL-2.0',
		'AFL-3.0'
	],
	copyleft: [
		'GPL',
		'GPL-2.0',
		'GPL-2.0-only',
		'GPL-2.0-or-later',
		'GPL-3.0',
		'GPL-3.0-only',
		'GPL-3.0-or-later',
		'LGPL',
		'LGPL-2.1',
		'LGPL-2.1-only',
		'LGPL-2.1-or-later',
		'LGPL-3.0',
		'LGPL-3.0-only',
		'LGPL-3.0-or-later',
		'AGPL-3.0',
		'AGPL-3.0-only',
		'AGPL-3.0-or-later',
		'MPL-2.0',
		'EPL-1.0',
		'EPL-2.0',
		'EUPL-1.2',
		'CDDL-1.0',
		'MS-RL',
		'OSL-3.0'
	],
	'source-available': [
		'SSPL-1.0',
		'BUSL-1.1',
		'Elastic-2.0',
		'RSAL',
		'RSALv2',
		'FSL-1.1-MIT',
		'FSL-1.1-Apache-2.0',
		'Commons-Clause',
		'CC-BY-NC-4.0'
	]
};

const CLASS_OF = new Map<string, LicenseClass>();
for (const [name, ids] of Object.entries(CLASSES)) {
	for (const id of ids) CLASS_OF.set(id.toLowerCase(), name as LicenseClass);
}

/** `unknown` for null, `NOASSERTION` and unlisted ids. */
export const licenseClass = (spdx: string | null): LicenseClass =>
	(spdx === null ? undefined : CLASS_OF.get(spdx.toLowerCase())) ?? 'unknown';

export function isOsiApproved(spdx: string | null): boolean | null {
	const known = licenseClass(spdx);
	return known === 'unknown' ? null : known !== 'source-available';
}
