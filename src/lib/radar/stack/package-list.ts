import {
	alternativesTo,
	asksForAlternatives,
	byRank,
	type Alternative
} from '#lib/radar/edition/alternatives.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { verdictSentences } from '#lib/radar/edition/verdict.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { MANIFEST_KINDS, type ManifestKind } from '#lib/radar/landscape/package-names.ts';
import { placedNames, type ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { byText } from '#lib/radar/words/order.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

type NamesByKind = Partial<Record<ManifestKind, string[]>>;

/** A project that is better placed and does the same; `part`: which part of a stack, null where only the box says so. */
interface PartAlternative extends Alternative {
	part: string | null;
}

/** A project of the edition that a manifest could name. */
export interface ListedProject {
	id: string;
	name: string;
	category: string;
	subcategory: string;
	/** Null: not rated. */
	ring: Ring | null;
	/** 0 to 100; null when not rated, or in hold by a fact alone. */
	score: number | null;
	/** Its verdict in sentences. */
	verdict: string[];
	/** Best first; empty unless it is in hold or falling. */
	alternatives: PartAlternative[];
	/** Names made by the project, as `data/packages.yml` has them. */
	packages: NamesByKind;
	/** Clients and packagings made by others. */
	byOthers: NamesByKind;
}

/** Which name of a package stands for which project of an edition, and how the project stands. */
export interface PackageList {
	edition: Pick<Edition, 'id' | 'date'>;
	/** By id. */
	projects: ListedProject[];
}

interface Sources {
	edition: Edition;
	standings: readonly Standing[];
	cutOffs: CutOffs;
	/** By project id. */
	packages: ReadonlyMap<string, ProjectPackages>;
	/** Without use cases, alternatives come from the box alone. */
	guide: Guide;
}

const MOST_ALTERNATIVES = 3;

/** Projects that no manifest could name are left out. */
export function packageList(sources: Sources): PackageList {
	const { edition, standings, cutOffs, packages } = sources;
	const blips = standings.map(({ blip }) => blip);
	const projects = standings.flatMap(({ blip, placement }): ListedProject[] => {
		const entry = packages.get(blip.id);
		const names = entry === undefined ? [] : placedNames(entry, 0);
		if (names.length === 0) return [];
		const { id, name, category, subcategory, ring, score, borderline } = blip;
		const { lacksData, newlyMeasured } = blip;
		const grouped = (byOthers: boolean): NamesByKind =>
			Object.fromEntries(
				MANIFEST_KINDS.flatMap((kind) => {
					const own = names.filter((one) => one.kind === kind && one.byOthers === byOthers);
					return own.length === 0 ? [] : [[kind, own.map((one) => one.name)] as const];
				})
			);
		const byPart = alternativesByPart(sources.guide, id);
		const byBox = () => alternativesTo(blip, blips, MOST_ALTERNATIVES);
		return [
			{
				id,
				name,
				category,
				subcategory,
				ring,
				score,
				verdict: verdictSentences({
					...{ name, placement, cutOffs, lacksData, newlyMeasured, borderline }
				}),
				alternatives: !asksForAlternatives(blip)
					? []
					: byPart.length > 0
						? byPart
						: byBox().map((one) => ({ ...one, part: null })),
				packages: grouped(false),
				byOthers: grouped(true)
			}
		];
	});
	return {
		edition: { id: edition.id, date: edition.date },
		projects: projects.sort((a, b) => byText(a.id, b.id))
	};
}

/** Rated projects, better placed, whose main part is a main part of this one; best first. */
function alternativesByPart({ useCases, edition }: Guide, id: string): PartAlternative[] {
	const own = edition.project(id);
	const found = useCases.file.roles.flatMap((role): PartAlternative[] => {
		const players = edition.playersOf(role.id).filter(({ fact }) => !fact.side && !fact.spec);
		if (!players.some(({ project }) => project.id === id)) return [];
		return players.flatMap(({ project: { id: other, name, ring, score } }) =>
			other === id || ring === null || ring === 'hold' || score === null
				? []
				: [{ id: other, name, ring, score, part: role.label }]
		);
	});
	const rank = own?.ring ? { ring: own.ring, score: own.score ?? 0 } : null;
	const better = found.filter((other) => rank === null || byRank(other, rank) < 0);
	const once = new Map(better.map((one) => [one.id, one]));
	return [...once.values()]
		.sort((a, b) => byRank(a, b) || byText(a.id, b.id))
		.slice(0, MOST_ALTERNATIVES);
}
