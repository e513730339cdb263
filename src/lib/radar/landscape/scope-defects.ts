import type { Defect } from './defect.ts';
import { readItemAddress } from './file/landscape-address.ts';
import type { LandscapeItem } from './file/landscape-item.ts';
import { formatPath } from './path.ts';
import { keptItem, ownRepository } from './file/merged-items.ts';

export function sharedRepositories(
	items: readonly LandscapeItem[],
	keyOf: (nameWithOwner: string) => string
): Defect[] {
	const groups = Map.groupBy(items, (item) => {
		const repository = ownRepository(item);
		return repository === null ? null : keyOf(repository);
	});
	groups.delete(null);
	return [...groups.values()].flatMap((group) => {
		const kept = keptItem(group);
		const others = group.filter((item) => item !== kept);
		const [first] = others;
		if (first === undefined) return [];
		const where = others.map((item) => `${item.name} (${formatPath(item.path)})`).join(', ');
		return [
			{
				line: first.line,
				path: formatPath(kept.path),
				item: kept.name,
				kind: 'duplicate',
				message: `the same repository as ${where}`,
				suggestion: 'Keep one item and give it a second_path, or name the repository of each.'
			}
		];
	});
}

/** Skips entries whose address already has a defect. */
export const withoutRepository = (entries: readonly LandscapeItem[]): Defect[] =>
	entries.flatMap((item) => {
		const { repository, repositoryUrl, homepage, line, name, path } = item;
		const isReported = readItemAddress(repositoryUrl, homepage).fault !== null;
		if (repository.kind === 'repository' || isReported) return [];
		const elsewhere = repository.kind === 'other-host';
		return [
			{
				line,
				path: formatPath(path),
				item: name,
				kind: 'repository',
				message: elsewhere
					? `${repositoryUrl} is on a host that we do not measure`
					: 'no repository is named',
				suggestion: elsewhere
					? 'Name a repository at GitHub, if there is one.'
					: 'Add repo_url, if there is a public repository.'
			}
		];
	});

/** Items whose name the overrides spell otherwise. */
export const misspeltNames = (
	entries: readonly LandscapeItem[],
	ownName: (name: string) => string | null
): Defect[] =>
	entries.flatMap(({ line, path, name }) => {
		const own = ownName(name);
		if (own === null) return [];
		return [
			{
				line,
				path: formatPath(path),
				item: name,
				kind: 'text',
				message: `the project spells its name "${own}"`,
				suggestion: `Write "${own}".`
			}
		];
	});
