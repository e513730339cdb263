import type { Guide } from '#lib/radar/guide/guide.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { guideJson } from './guide-json.ts';
import type { GuideDocument } from './guide-schema.ts';
import { guideText } from './guide-text.ts';
import { mermaidOf } from './mermaid.ts';
import { recordOf, type RecordOrigin } from './record.ts';

/** Where a stack was made, and under which terms its facts may be used. */
interface StackOrigin extends RecordOrigin {
	terms?: Pick<GuideDocument, 'license' | 'attribution'>;
}

export interface StackFormat {
	type: string;
	make: (made: Recommendation, guide: Guide, origin: StackOrigin) => string;
}

/** Forms in which a stack leaves the radar, by the command line's name. */
export const STACK_FORMATS = {
	text: {
		type: 'text/plain; charset=utf-8',
		make: (made, { useCases }) => guideText(made, useCases)
	},
	md: {
		type: 'text/markdown; charset=utf-8',
		make: (made, { useCases }, origin) => recordOf(made, useCases, origin)
	},
	mmd: {
		type: 'text/plain; charset=utf-8',
		make: (made, { useCases }) => mermaidOf(made, useCases)
	},
	json: {
		type: 'application/json; charset=utf-8',
		make: (made, { useCases }, { terms = {} }) =>
			`${JSON.stringify({ ...guideJson(made, useCases), ...terms }, null, '\t')}\n`
	}
} as const satisfies Record<string, StackFormat>;
