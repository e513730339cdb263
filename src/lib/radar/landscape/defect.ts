/** An error in the landscape file, fit to send upstream. */
export interface Defect {
	/** 1-based; null when unknown. */
	line: number | null;
	path: string;
	/** Empty for a box. */
	item: string;
	kind: DefectKind;
	message: string;
	suggestion: string;
}

/** Older databases hold kinds that no longer exist. */
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
