import type { Blip } from '#lib/radar/model/placement.ts';
import { readRepositoryAddress, repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { byName } from '#lib/radar/words/order.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import type { OtherEntry, OtherRadar } from './other-radar.ts';

type Project = Pick<Blip, 'id' | 'name' | 'aliases' | 'repository' | 'ring' | 'score'>;

/** A project that stands on both radars. */
export interface OnBoth {
	project: Project;
	/** As the other radar names its ring. */
	theirs: string;
	/** Rings that theirs is nearer to the centre; negative: farther. Null: their ring, or ours, is none of the four. */
	nearer: number | null;
}

/** Another radar beside the computed one. */
export interface Beside {
	agree: OnBoth[];
	/** Farthest apart first. */
	differ: OnBoth[];
	/** Not rated here, or in a ring of theirs that is none of the four. */
	unknown: OnBoth[];
	/** In Adopt or Trial here, and not on theirs. */
	missing: Project[];
	/** On theirs, and not in the landscape's AI group. */
	others: OtherEntry[];
}

const key = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+#]/gu, '');

/** Lays another radar beside an edition: by name, by short name, or by the repository that an entry links to. */
export function beside(other: OtherRadar, projects: readonly Project[]): Beside {
	const find = finder(projects);
	const both = new Map<string, OnBoth>();
	const others: OtherEntry[] = [];
	for (const entry of other.entries) {
		const project = find(entry);
		if (project === null) others.push(entry);
		else if (!both.has(project.id)) {
			const ring = ringOf(entry.ring, other.rings);
			const nearer =
				ring === null || project.ring === null ? null : ringIndex(project.ring) - ringIndex(ring);
			both.set(project.id, { project, theirs: entry.ring, nearer });
		}
	}
	const found = [...both.values()].sort((a, b) => byName(a.project, b.project));
	const apart = ({ nearer }: OnBoth) => Math.abs(nearer ?? 0);
	return {
		agree: found.filter(({ nearer }) => nearer === 0),
		differ: found
			.filter(({ nearer }) => nearer !== null && nearer !== 0)
			.sort((a, b) => apart(b) - apart(a)),
		unknown: found.filter(({ nearer }) => nearer === null),
		missing: projects
			.filter(({ id, ring }) => (ring === 'adopt' || ring === 'trial') && !both.has(id))
			.sort(
				(a, b) =>
					ringIndex(a.ring ?? 'hold') - ringIndex(b.ring ?? 'hold') ||
					(b.score ?? 0) - (a.score ?? 0)
			),
		others
	};
}

/** One of the four by name; of a radar of four rings with other names, by its place. */
function ringOf(name: string, rings: readonly string[]): Ring | null {
	const same = (text: string) => RINGS.find((ring) => ring === text.trim().toLowerCase());
	const named = same(name);
	if (named !== undefined) return named;
	const isForeign =
		rings.length === RINGS.length && rings.every((ring) => same(ring) === undefined);
	return isForeign ? (RINGS[rings.indexOf(name)] ?? null) : null;
}

function finder(projects: readonly Project[]): (entry: OtherEntry) => Project | null {
	const byRepository = new Map(
		projects.flatMap((one) =>
			one.repository === null ? [] : [[repositoryKey(one.repository), one] as const]
		)
	);
	const byWord = new Map(
		projects.flatMap((one) => one.aliases.map((alias) => [key(alias), one] as const))
	);
	// A name outranks another project's short name.
	for (const one of projects) {
		byWord.set(key(one.id), one);
		byWord.set(key(one.name), one);
	}
	return ({ name, links }) => {
		const named = byWord.get(key(name)) ?? byWord.get(key(name.replace(/^(apache|cncf)\s+/i, '')));
		if (named !== undefined) return named;
		for (const link of links) {
			const address = readRepositoryAddress(link);
			if (address.kind !== 'repository') continue;
			const linked = byRepository.get(repositoryKey(`${address.owner}/${address.name}`));
			if (linked !== undefined) return linked;
		}
		return null;
	};
}
