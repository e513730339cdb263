import { mapOf, readJson } from '#lib/radar/input/json-text.ts';
import { addressesIn, listIn, refused, textIn, type OtherRadarReader } from './other-radar.ts';

/** A `TechRadarLoaderResponse` of Backstage's tech-radar. The newest entry of a timeline tells the ring. */
export const readBackstage: OtherRadarReader = (text, file) => {
	const data = mapOf(readJson(text, file));
	const rings = new Map(
		listIn(data.rings, file, 'rings').map((value, at) => {
			const ring = mapOf(value);
			const id = textIn(ring.id, file, `rings.${at}.id`);
			return [id, typeof ring.name === 'string' ? ring.name : id] as const;
		})
	);
	return {
		format: 'Backstage tech-radar',
		rings: [...rings.values()],
		entries: listIn(data.entries, file, 'entries').map((value, at) => {
			const entry = mapOf(value);
			const path = `entries.${at}`;
			const [now] = listIn(entry.timeline, file, `${path}.timeline`);
			const id = textIn(mapOf(now).ringId, file, `${path}.timeline.0.ringId`);
			const ring = rings.get(id);
			if (ring === undefined) {
				const known = [...rings.keys()].join(', ');
				throw refused(file, `no ring has the id ${id}; there are ${known}`, {
					path: `${path}.timeline.0.ringId`
				});
			}
			const links = Array.isArray(entry.links) ? entry.links : [];
			return {
				name: textIn(entry.title, file, `${path}.title`),
				ring,
				links: addressesIn(entry.url, ...links.map((link) => mapOf(link).url))
			};
		})
	};
};
