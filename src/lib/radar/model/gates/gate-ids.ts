export const GATE_IDS = [
	'not-rated',
	'archived',
	'inactive',
	'quiet',
	'young',
	'sandbox',
	'graduated',
	'no-recent-release',
	'one-author',
	'not-osi-licence',
	'low-confidence',
	'gone'
] as const;
export type GateId = (typeof GATE_IDS)[number];
