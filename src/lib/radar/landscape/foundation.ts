import { MATURITIES, type Maturity } from '#lib/radar/words/vocabulary.ts';

/** Whose landscape it is, and its words for how far a project has come. */
export interface Foundation {
	/** As sentences name it: "CNCF". */
	name: string;
	/** Under which the landscape's facts may be used. */
	licence: string;
	/** The landscape's words for each step of the ladder; the first one is written. */
	maturity: Readonly<Record<Maturity, readonly string[]>>;
}

export const CNCF: Foundation = {
	name: 'CNCF',
	licence: 'CC-BY-4.0 or Apache-2.0',
	maturity: {
		sandbox: ['sandbox'],
		incubating: ['incubating'],
		graduated: ['graduated'],
		archived: ['archived']
	}
};

/** Null for a word that the foundation does not use. */
export const maturityOf = ({ maturity }: Foundation, word: unknown): Maturity | null =>
	MATURITIES.find((step) => maturity[step].some((known) => known === word)) ?? null;

export const maturityWord = ({ maturity }: Foundation, step: Maturity): string =>
	maturity[step][0] ?? step;
