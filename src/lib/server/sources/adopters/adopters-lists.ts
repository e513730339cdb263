import { countAdopters, type AdopterForm } from '#lib/radar/observation/adopters-list.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { askFiles } from '#lib/server/sources/github/file-texts.ts';
import {
	failed,
	notFound,
	told,
	type UseContext,
	type UseResult,
	type UseSource,
	type UseTarget
} from '#lib/server/sources/use-source.ts';

export const ADOPTERS_LISTS = 'adopters-lists';

export interface ListTarget extends UseTarget {
	/** The repository that holds the list, its path, and how it is written. */
	list: { repository: string; path: string; form: AdopterForm };
	/** How many it named when it was last read; null: never. */
	before: number | null;
}

/** Lists in one query. */
const TOGETHER = 40;
/** A list that names less than this share of what it named was moved or broken, until somebody looks. */
const LEAST_KEPT = 0.5;

/** Adopters named in the projects' own lists, by GitHub's GraphQL API; the names are counted and dropped. */
export const adoptersLists = (client: GitHubClient): UseSource<ListTarget> => ({
	id: ADOPTERS_LISTS,
	async *observe(targets, context) {
		const wanted = await Array.fromAsync(targets);
		for (let i = 0; i < wanted.length; i += TOGETHER) {
			const group = wanted.slice(i, i + TOGETHER);
			const asked = group.map(({ list: { repository, path } }) => ({ repository, paths: [path] }));
			const found = await askFiles(client, asked);
			yield* group.map((target) => {
				const texts = found.get(repositoryKey(target.list.repository))?.texts;
				return readList(target, texts?.get(target.list.path), context);
			});
		}
	}
});

function readList(
	target: ListTarget,
	text: string | null | undefined,
	{ night }: UseContext
): UseResult<ListTarget> {
	if (text === undefined) return failed(target, 'did not come');
	if (text === null) return notFound(target, 'is not there any more');
	const value = countAdopters(text, target.list.form);
	if (value === null) return failed(target, `names no adopter in the form "${target.list.form}"`);
	if (target.before !== null && value < LEAST_KEPT * target.before) {
		return failed(target, `names ${value}, and named ${target.before} before`);
	}
	const { repository, name } = target;
	const seen = { repository, observedOn: night, name, value, source: ADOPTERS_LISTS };
	return told(target, [{ kind: 'adopters', ...seen }]);
}
