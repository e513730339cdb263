import { CNCF } from '#lib/radar/landscape/foundation.ts';
import type { Settings } from '#lib/radar/model/settings.ts';

/** What the radar calls itself, and whose landscape it shows: on every page. */
export interface Identity {
	title: string;
	/** What it rates, in the plural: "projects". */
	subject: string;
	/** As sentences name it: "CNCF". */
	foundation: string;
	landscape: { name: string; license: string; url: string };
}

export const identityOf = ({ title, site, landscape, attribution }: Settings): Identity => {
	const { name: foundation, licence: license } = landscape.foundation;
	const [first] = attribution;
	return {
		title,
		subject: site.subject,
		foundation,
		landscape: first ?? { name: `${foundation} landscape`, license, url: landscape.url }
	};
};

/** Where no edition can be read. */
export const UNREAD: Identity = {
	title: 'Radar',
	subject: 'projects',
	foundation: CNCF.name,
	landscape: {
		name: `${CNCF.name} landscape`,
		license: CNCF.licence,
		url: 'https://github.com/cncf/landscape'
	}
};
