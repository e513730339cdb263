import type { Evidence } from '#lib/radar/observation/evidence.ts';
import type { Judgement } from '#lib/radar/landscape/overrides.ts';
import type { Day, Maturity } from '#lib/radar/words/vocabulary.ts';

/** A project as the model judges it in one edition: facts only. */
export interface Subject {
	projectId: string;
	/** Why there is no repository to measure; null when there is one. */
	noRepository: string | null;
	maturity: Maturity | null;
	/** Days of published security audits, as filed in the landscape, oldest first. */
	securityAudits: readonly Day[];
	/** It has an entry at the best-practices badge, as filed on the record's day. */
	badge: boolean;
	/** Day of the landscape's record. */
	filedOn: Day;
	judgement: {
		retired: Judgement | null;
		featureComplete: Judgement | null;
		specification: (Judgement & { releases: 'applicable' | 'not-applicable' }) | null;
		foundation: (Judgement & { foundation: string }) | null;
		owner: (Judgement & { type: 'organization' | 'user' }) | null;
	};
	evidence: Evidence;
}
