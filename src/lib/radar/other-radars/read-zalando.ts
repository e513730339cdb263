import { mapOf, readJson } from '#lib/radar/input/json-text.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { addressesIn, listIn, refused, textIn, type OtherRadarReader } from './other-radar.ts';

/** `config.json` of Zalando's tech-radar: https://github.com/zalando/tech-radar. Its rings are numbers, the page names them. */
export const readZalando: OtherRadarReader = (text, file) => {
	const data = mapOf(readJson(text, file));
	const named = Array.isArray(data.rings) ? data.rings.map((ring) => mapOf(ring).name) : [];
	const rings = Object.values(RING_WORDS).map((word, at) => {
		const own = named[at];
		return typeof own === 'string' && own !== '' ? own : word;
	});
	return {
		format: 'Zalando tech-radar',
		rings,
		entries: listIn(data.entries, file, 'entries').map((value, at) => {
			const entry = mapOf(value);
			const path = `entries.${at}`;
			const ring = rings[Number(entry.ring)];
			if (typeof entry.ring !== 'number' || ring === undefined) {
				throw refused(file, 'expected a number from 0 to 3', { path: `${path}.ring` });
			}
			const name = textIn(entry.label, file, `${path}.label`);
			return { name, ring, links: addressesIn(entry.link) };
		})
	};
};
