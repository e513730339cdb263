import type { Model } from './settings.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** The rings that begin at a cut-off. */
export type CutRing = 'adopt' | 'trial';

/** Where trial and adopt begin, and the points either side that a score has to cross to move into or out of them. */
export interface CutOffs {
	adopt: number;
	trial: number;
	band: number;
}

/** The cut-offs of a model, with its band. */
export const cutOffsOf = ({
	cut_offs: { adopt, trial },
	stability: { band }
}: Pick<Model, 'cut_offs' | 'stability'>): CutOffs => ({ adopt, trial, band });

/** The score from which a project that stands further out moves into a ring. */
export const enteredAt = (ring: CutRing, cutOffs: CutOffs): number => cutOffs[ring] + cutOffs.band;

/** The lowest score with which a project stays in a ring that it holds. */
export const keptTo = (ring: CutRing, cutOffs: CutOffs): number => cutOffs[ring] - cutOffs.band;

/** Whether a ring begins at a cut-off: assess and hold do not. */
export const isCutRing = (ring: Ring): ring is CutRing => ring === 'adopt' || ring === 'trial';
