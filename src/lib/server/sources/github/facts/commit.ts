import type { Author } from './people.ts';

/** A commit as the queries ask for it. */
export interface CommitNode {
	messageHeadline: string;
	author?: {
		name?: string | null;
		email?: string | null;
		user?: { login: string } | null;
	} | null;
}

const MERGE = /^Merge (pull request|branch|branches|remote-tracking branch|tag|commit)\b/;

/** Told by the headline: asking for parents would be another connection for each commit. */
export const isMerge = ({ messageHeadline }: CommitNode): boolean => MERGE.test(messageHeadline);

export const authorOf = ({ author }: CommitNode): Author => ({
	login: author?.user?.login ?? null,
	name: author?.name ?? null,
	email: author?.email ?? null
});
