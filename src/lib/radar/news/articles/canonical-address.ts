import { safeUrl } from '#lib/radar/words/addresses.ts';

/** Parameters that say where a reader came from, never what is read. */
const TRACKING =
	/^(utm_.+|fbclid|gclid|dclid|msclkid|igshid|yclid|mc_[ce]id|_hs(enc|mi)|mkt_tok|ref|ref_src|trackingid|rdt)$/i;

/** The address without account and tracking parameters, to be followed; null for anything but http and https. */
export function untrackedAddress(address: string | null): string | null {
	const safe = safeUrl(address);
	if (safe === null) return null;
	const url = new URL(safe);
	url.username = '';
	url.password = '';
	const tracking = [...new Set(url.searchParams.keys())].filter((name) => TRACKING.test(name));
	// Deleting rewrites the whole query: one without tracking stays as it is.
	for (const name of tracking) url.searchParams.delete(name);
	return url.href;
}

const WWW = /^(?:www\.)+(?=[^.]+\.)/;
const FOLDER_END = /(?:\/+(?:index\.html?)?)+$/i;

/**
 * One spelling for all addresses of a page, to compare by: https, no `www.`, no account, fragment, tracking parameters,
 * `index.html` or slash at the end, parameters sorted. Not to be followed: a server may know another spelling only.
 * Null for anything but http and https. Idempotent.
 */
export function canonicalAddress(address: string | null): string | null {
	const untracked = untrackedAddress(address);
	if (untracked === null) return null;
	const url = new URL(untracked);
	url.protocol = 'https:';
	url.hash = '';
	url.hostname = url.hostname.replace(/\.+$/, '').replace(WWW, '');
	url.searchParams.sort();
	const query = url.searchParams.toString();
	const path = url.pathname.replace(/\/{2,}/g, '/').replace(FOLDER_END, '');
	return `https://${url.host}${path}${query === '' ? '' : `?${query}`}`;
}
