export type Protocol = 'https' | 'http';

/** The address as it may be handed to git; null where it could carry an option, a command, a password or a file's place. */
export function readAddress(text: string, protocols: readonly Protocol[]): string | null {
	const [, protocol] = /^(https?):\/\/[^/]/.exec(text) ?? [];
	if (!protocols.some((allowed) => allowed === protocol)) return null;
	if (/[\s\\%?#@]|[^\x21-\x7e]/.test(text) || !URL.canParse(text)) return null;
	const { pathname, href } = new URL(text);
	return pathname.length > 1 ? href : null;
}

export const isBelow = (address: string, base: string): boolean =>
	address.startsWith(base.endsWith('/') ? base : `${base}/`);
