/** Something in the landscape file that is wrong, fit to be sent upstream. */
export interface Defect {
	/** 1-based line in the file; null when unknown. */
	line: number | null;
	/** `Category / Subcategory`, as far as known. */
	path: string;
	/** Name of the item, or empty for a box. */
	item: string;
	kind: DefectKind;
	/** What is wrong. */
	message: string;
	/** The mend that we suggest. */
	suggestion: string;
}

/** A defect as kept: the kind is a text, for older databases know kinds that have gone. */
export type StoredDefect = Omit<Defect, 'kind'> & { kind: string };

export const DEFECT_KINDS = [
	'malformed',
	'empty-box',
	'unknown-place',
	'unknown-key',
	'repository',
	'duplicate',
	'text'
] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];
