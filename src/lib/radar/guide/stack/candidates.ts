import { RING_WORDS, lowerFirst } from '#lib/radar/words/labels.ts';
import { constraintText, unmet, type ConstraintId, type Constraints } from './constraints.ts';
import type { GuideEdition, Player } from './guide-edition.ts';
import type { GuideWeights } from '#lib/radar/guide/facts/guide-settings.ts';
import { byText } from '#lib/radar/words/order.ts';

/** Why one that plays a role is not chosen for it. */
export type LeftReason =
	| { kind: 'not-rated'; sentence: string }
	| { kind: 'hold'; sentence: string }
	| { kind: 'specification'; sentence: string }
	| { kind: 'needs-cluster'; sentence: string }
	| { kind: 'no-cluster'; sentence: string }
	| { kind: 'excluded'; sentence: string }
	| { kind: 'adds-nothing'; sentence: string }
	| { kind: 'constraint'; sentence: string; constraints: ConstraintId[] };

/** One that plays a role and is not chosen for it. */
export interface LeftPlayer {
	player: Player;
	reason: LeftReason;
}

/** Who can be chosen for a role, best first, and who cannot. */
export interface RoleCandidates {
	role: string;
	candidates: readonly Player[];
	left: readonly LeftPlayer[];
}

/** What decides who can be chosen. */
export interface Choice {
	constraints: Constraints;
	/** Ids that are never chosen. */
	excluded: ReadonlySet<string>;
	/** Everything runs on one machine. */
	oneMachine: boolean;
}

/** What a project is worth in a role before its neighbours: its ring, less where it plays the part besides its main one. */
export const ownWorth = ({ project, fact }: Player, weights: GuideWeights): number => {
	const { ring } = project;
	return ring === null || ring === 'hold' ? 0 : weights[ring] - (fact.side ? weights.side : 0);
};

/** Splits those who play a role into those who can be chosen, best first, and the others, each with the reason. */
export function candidatesOf(
	role: string,
	edition: GuideEdition,
	choice: Choice,
	weights: GuideWeights
): RoleCandidates {
	const candidates: Player[] = [];
	const left: LeftPlayer[] = [];
	for (const player of edition.playersOf(role)) {
		const reason = reasonAgainst(role, player, edition, choice, weights);
		if (reason === null) candidates.push(player);
		else left.push({ player, reason });
	}
	candidates.sort((a, b) => byWorth(a, b, weights));
	return { role, candidates, left };
}

/** Best first: worth, then dedicated before side, then score, then id. */
function byWorth(a: Player, b: Player, weights: GuideWeights): number {
	return (
		ownWorth(b, weights) - ownWorth(a, weights) ||
		Number(a.fact.side) - Number(b.fact.side) ||
		(b.project.score ?? 0) - (a.project.score ?? 0) ||
		byText(a.project.id, b.project.id)
	);
}

/** Null: it can be chosen. */
function reasonAgainst(
	role: string,
	player: Player,
	edition: GuideEdition,
	{ constraints, excluded, oneMachine }: Choice,
	weights: GuideWeights
): LeftReason | null {
	const { project, fact } = player;
	const { id, name, ring } = project;
	if (fact.spec) {
		return { kind: 'specification', sentence: `${name} is a specification: ask others for it.` };
	}
	if (excluded.has(id)) return { kind: 'excluded', sentence: `You left ${name} out.` };
	if (ring === null) {
		const why = project.notRated ?? 'None of its figures were measured.';
		return { kind: 'not-rated', sentence: `${name} is not rated. ${why}` };
	}
	if (ring === 'hold') {
		const why = project.gates.map(({ sentence }) => sentence).join(' ');
		return { kind: 'hold', sentence: `${name} is on hold and must not be taken. ${why}`.trim() };
	}
	const isOfCluster = fact.needs_cluster || edition.needsCluster(id);
	if (oneMachine && isOfCluster) {
		return { kind: 'needs-cluster', sentence: `${name} is for a cluster, not for one machine.` };
	}
	if (!oneMachine && fact.no_cluster) {
		return { kind: 'no-cluster', sentence: `${name} does not run on Kubernetes.` };
	}
	const missed = unmet(project, constraints, edition.hasChart(project));
	if (missed.length > 0) {
		const asked = missed.map((one) => lowerFirst(constraintText(one, constraints))).join(', ');
		return {
			kind: 'constraint',
			sentence: `${name} does not meet: ${asked}.`,
			constraints: missed
		};
	}
	if (ownWorth(player, weights) <= 0) {
		const what = `${name} plays this besides its main part and is only in ${RING_WORDS[ring]}`;
		return { kind: 'adds-nothing', sentence: `${what}: no ground to add it.` };
	}
	return null;
}
