import type { Guide } from '#lib/radar/guide/guide.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { guideJson } from './guide-json.ts';
import { guideText } from './guide-text.ts';
import { mermaidOf } from './mermaid.ts';
import { recordOf, type RecordOrigin } from './record.ts';

export interface StackFormat {
	/** Address below the site's root, `{id}` of a use case; null: the command line alone. */
	path: string | null;
	type: string;
	/** A few words. */
	says: string;
	make: (made: Recommendation, guide: Guide, origin: RecordOrigin) => string;
}

/** Forms in which a stack leaves the radar, by the command line's name. */
export const STACK_FORMATS = {
	text: {
		path: null,
		type: 'text/plain; charset=utf-8',
		says: 'for a terminal',
		make: (made, { useCases }) => guideText(made, useCases)
	},
	md: {
		path: '/guide/{id}.md',
		type: 'text/markdown; charset=utf-8',
		says: 'Decision record (Markdown)',
		make: (made, { useCases }, origin) => recordOf(made, useCases, origin)
	},
	mmd: {
		path: '/guide/{id}.mmd',
		type: 'text/plain; charset=utf-8',
		says: 'Diagram (Mermaid)',
		make: (made, { useCases }) => mermaidOf(made, useCases)
	},
	json: {
		path: '/api/v1/guide/{id}.json',
		type: 'application/json; charset=utf-8',
		says: 'JSON',
		make: (made, { useCases }) => `${JSON.stringify(guideJson(made, useCases), null, '\t')}\n`
	}
} as const satisfies Record<string, StackFormat>;

/** Where a stack is had as data. */
export const STACK_ADDRESSES = [
	{
		path: STACK_FORMATS.json.path,
		description:
			'A stack for a use case of the guide, such as rag, with its sources. Takes what the page of the stack takes, such as ?where=edge&cncf=1; 400 for what it does not know.'
	},
	{
		path: STACK_FORMATS.md.path,
		description: 'The same as a decision record in Markdown.'
	},
	{
		path: STACK_FORMATS.mmd.path,
		description: 'The same as a Mermaid diagram.'
	}
];
