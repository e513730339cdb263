import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

export type CutRing = 'adopt' | 'trial';

/** `band`: points on either side. */
export interface CutOffs {
	adopt: number;
	trial: number;
	band: number;
}

export const cutOffsOf = ({
	cut_offs: { adopt, trial },
	stability: { band }
}: Pick<Model, 'cut_offs' | 'stability'>): CutOffs => ({ adopt, trial, band });

/** Lowest score to move in from outside. */
export const enteredAt = (ring: CutRing, cutOffs: CutOffs): number => cutOffs[ring] + cutOffs.band;

/** Lowest score to stay. */
export const keptTo = (ring: CutRing, cutOffs: CutOffs): number => cutOffs[ring] - cutOffs.band;

export const isCutRing = (ring: Ring): ring is CutRing => ring === 'adopt' || ring === 'trial';
