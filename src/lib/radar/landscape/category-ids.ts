import { slug } from './membership.ts';

/** Categories by their ids in addresses, such as `ai-native-infra`. Names that would share an id get numbers behind it. */
export function categoryIds(names: Iterable<string>): Map<string, string> {
	const byId = new Map<string, string>();
	for (const name of [...new Set(names)].sort()) {
		const id = slug(name);
		let free = id;
		for (let count = 2; byId.has(free); count++) free = `${id}-${count}`;
		byId.set(free, name);
	}
	return byId;
}
