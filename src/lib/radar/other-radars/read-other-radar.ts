import { refused, type OtherRadar, type OtherRadarReader } from './other-radar.ts';
import { readBackstage } from './read-backstage.ts';
import { readByorCsv, readByorJson } from './read-byor.ts';
import { READABLE_RADARS } from './readable-radars.ts';
import { readZalando } from './read-zalando.ts';

/** A new format is a file beside this one, a row here, and a test. The first row that fits decides. */
const FORMATS: readonly { looks: RegExp; read: OtherRadarReader }[] = [
	{ looks: /^\s*\{[\s\S]*"timeline"\s*:/, read: readBackstage },
	{ looks: /^\s*\{[\s\S]*"entries"\s*:/, read: readZalando },
	{ looks: /^\s*\[/, read: readByorJson },
	{ looks: /^[^\n{[]*\bname\b[^\n]*,/i, read: readByorCsv }
];

/**
 * Reads a radar of others, by what its text looks like.
 * @throws {InputError} naming what is wrong, and where.
 */
export function readOtherRadar(text: string, file: string): OtherRadar {
	const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	if (plain.trim() === '') throw refused(file, 'is empty');
	const format = FORMATS.find(({ looks }) => looks.test(plain));
	if (format === undefined) throw refused(file, `is none of these: ${READABLE_RADARS}`);
	const radar = format.read(plain, file);
	if (radar.entries.length === 0) throw refused(file, 'holds no entry');
	return radar;
}
