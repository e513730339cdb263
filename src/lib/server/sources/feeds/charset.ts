/** Bytes within which an XML declaration has to stand. */
const DECLARATION_BYTES = 200;
const REPLACEMENT = /\ufffd/g;

const decoder = (label: string): TextDecoder | null => {
	try {
		return new TextDecoder(label);
	} catch {
		return null;
	}
};

/** The mark at the beginning says it, then the header, then the XML declaration. */
function labelOf(bytes: Uint8Array, contentType: string | null): string {
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	const sent = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
	if (sent !== undefined) return sent;
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
	return /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8';
}

/**
 * A feed's bytes as text. A charset that is not known counts as UTF-8; where most letters beyond ASCII cannot be read in
 * it, the feed does not say what it is, and windows-1252 reads it.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
	const label = labelOf(bytes, contentType);
	const text = (decoder(label) ?? new TextDecoder()).decode(bytes);
	const lost = text.match(REPLACEMENT)?.length ?? 0;
	if (lost === 0) return text;
	const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
	return lost * 2 > beyond ? new TextDecoder('windows-1252').decode(bytes) : text;
}
