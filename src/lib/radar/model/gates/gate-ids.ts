export const GATE_IDS = [
	'G0',
	'G1',
	'G2',
	'G3',
	'G4',
	'G5',
	'G6',
	'G7',
	'G8',
	'G9',
	'G10'
] as const;
export type GateId = (typeof GATE_IDS)[number];
