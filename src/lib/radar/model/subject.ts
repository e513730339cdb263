import type { Evidence } from '#lib/radar/observation/evidence.ts';
import type { KnownElsewhere } from '#lib/radar/observation/release-elsewhere.ts';
import type { Judgement } from '#lib/radar/landscape/overrides.ts';
import type { UseFigures } from './use.ts';
import type { Day, Maturity } from '#lib/radar/words/vocabulary.ts';

export interface Subject {
	projectId: string;
	/** Null when there is a repository. */
	noRepository: string | null;
	maturity: Maturity | null;
	/** Whose maturity it is, as sentences name it: "CNCF". */
	foundation: string;
	securityAudits: readonly Day[];
	badge: boolean;
	filedOn: Day;
	judgement: {
		retired: Judgement | null;
		featureComplete: Judgement | null;
		specification: (Judgement & { releases: 'applicable' | 'not-applicable' }) | null;
		foundation: (Judgement & { foundation: string }) | null;
		owner: (Judgement & { type: 'organization' | 'user' }) | null;
	};
	evidence: Evidence;
	use: UseFigures;
	/** Null where none is known that is young enough. */
	releasesElsewhere: KnownElsewhere | null;
}
