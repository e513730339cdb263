import { z } from 'zod';
import type { NotesFacts } from '#lib/radar/news/item.ts';
import { notesFacts } from '#lib/radar/news/releases/release-notes.ts';
import type { GitHubClient } from './client/client.ts';
import { GitHubFault, RateLimitPause } from './client/fault.ts';

/** A release whose notes are wanted. */
export interface ReleaseAsk {
	/** `owner/name` */
	repository: string;
	tag: string;
}

export interface ReleaseNotesResult {
	/** By place in what was asked; absent where GitHub knows no such release. */
	notes: Map<number, NotesFacts>;
	/** What they say, by place: for the night's work alone. */
	texts: Map<number, string>;
	/** How many were asked for before GitHub ended it. */
	asked: number;
	/** Why the rest was left for the next night; null when nothing was. */
	stopped: string | null;
}

const RELEASES_PER_REQUEST = 20;
/** A night's part of the crawl's budget: 3 requests. */
export const MOST_NOTES = 60;

const answerSchema = z.record(
	z.string(),
	z
		.object({ release: z.object({ description: z.string().nullish() }).nullish() })
		.nullish()
		.catch(null)
);

/** Reads the notes of at most {@link MOST_NOTES} releases; only facts of them are kept. */
export async function readReleaseNotes(
	client: GitHubClient,
	asks: readonly ReleaseAsk[]
): Promise<ReleaseNotesResult> {
	const wanted = asks.slice(0, MOST_NOTES);
	const notes = new Map<number, NotesFacts>();
	const texts = new Map<number, string>();
	for (let from = 0; from < wanted.length; from += RELEASES_PER_REQUEST) {
		const batch = wanted.slice(from, from + RELEASES_PER_REQUEST);
		try {
			const { query, variables } = notesQuery(batch);
			const { data } = await client.graphql(query, variables);
			const answers = answerSchema.safeParse(data).data ?? {};
			for (const at of batch.keys()) {
				const text = answers[`r${at}`]?.release?.description;
				if (typeof text !== 'string') continue;
				notes.set(from + at, notesFacts(text));
				texts.set(from + at, text);
			}
		} catch (error) {
			if (!(error instanceof GitHubFault) && !(error instanceof RateLimitPause)) throw error;
			return { notes, texts, asked: from, stopped: error.message };
		}
	}
	return { notes, texts, asked: wanted.length, stopped: null };
}

function notesQuery(asks: readonly ReleaseAsk[]) {
	const variables: Record<string, string> = {};
	const parts = asks.map(({ repository, tag }, at) => {
		const [owner = '', name = ''] = repository.split('/');
		Object.assign(variables, { [`o${at}`]: owner, [`n${at}`]: name, [`t${at}`]: tag });
		return `r${at}: repository(owner: $o${at}, name: $n${at}) { release(tagName: $t${at}) { description } }`;
	});
	const types = Object.keys(variables).map((name) => `$${name}: String!`);
	const query = `query ReleaseNotes(${types.join(', ')}) {\n\trateLimit { cost limit remaining resetAt }\n\t${parts.join('\n\t')}\n}`;
	return { query, variables };
}
