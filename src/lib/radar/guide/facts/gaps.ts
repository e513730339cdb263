import { plural } from '#lib/radar/words/numbers.ts';
import type { LeftPlayer, LeftReason, RoleCandidates } from '#lib/radar/guide/stack/candidates.ts';
import {
	constraintText,
	type ConstraintId,
	type Constraints
} from '#lib/radar/guide/stack/constraints.ts';
import type { Need } from '#lib/radar/guide/question/needs.ts';
import type { Role, UseCases } from './use-cases.ts';

/** A part that is needed and that nothing in the stack plays. */
export interface Gap {
	need: Need;
	/**
	 * `nobody`: no project of the AI group plays it. `not-rated`: some do, none of them rated.
	 * `constraints`: what was asked for leaves none. `left`: what there is cannot be taken.
	 */
	kind: 'nobody' | 'not-rated' | 'constraints' | 'left';
	sentence: string;
	/** Items of the landscape outside the AI group to look at. */
	elsewhere: readonly string[];
	/** Who plays it and cannot be chosen, each with the reason. */
	left: readonly LeftPlayer[];
}

/** What a stack lacks, from the ground up. */
export const gapsOf = (
	empty: readonly Need[],
	candidates: ReadonlyMap<string, RoleCandidates>,
	useCases: UseCases
): Gap[] =>
	empty.map((need) => {
		const role = useCases.role(need.role);
		const left = candidates.get(need.role)?.left ?? [];
		const kind = kindOf(left);
		return { need, kind, sentence: sentenceOf(role, kind, left), elsewhere: role.elsewhere, left };
	});

const isReason =
	(...kinds: LeftReason['kind'][]) =>
	({ reason }: LeftPlayer): boolean =>
		kinds.includes(reason.kind);

/** What the reader asked for counts first: it can be taken back. */
function kindOf(left: readonly LeftPlayer[]): Gap['kind'] {
	const own = left.filter(({ reason }) => reason.kind !== 'specification');
	if (own.length === 0) return 'nobody';
	if (own.some(isReason('constraint', 'excluded'))) return 'constraints';
	return own.some(isReason('not-rated')) ? 'not-rated' : 'left';
}

function sentenceOf(role: Role, kind: Gap['kind'], left: readonly LeftPlayer[]): string {
	const { label } = role;
	switch (kind) {
		case 'nobody':
			return `${label}: ${role.nobody ?? 'no project of the AI group provides it.'}`;
		case 'not-rated': {
			const names = left.filter(isReason('not-rated')).map(({ player }) => player.project.name);
			const be = names.length === 1 ? 'is' : 'are';
			return `${label}: ${names.join(', ')} ${be} on the radar, but not rated.`;
		}
		case 'constraints': {
			const count = left.filter(isReason('constraint', 'excluded')).length;
			return `${label}: ${plural(count, 'project')} would do, but not with what you asked for.`;
		}
		case 'left':
			return `${label}: none that can be taken: ${namesByReason(left)}.`;
	}
}

const WHY: Record<LeftReason['kind'], string> = {
	'not-rated': 'not rated',
	hold: 'on hold',
	specification: 'a specification',
	'needs-cluster': 'for a cluster',
	'no-cluster': 'not on Kubernetes',
	excluded: 'left out by you',
	'adds-nothing': 'besides its main part, and only in assess',
	constraint: 'not what you asked for'
};

const namesByReason = (left: readonly LeftPlayer[]): string =>
	[...Map.groupBy(left, ({ reason }) => reason.kind)]
		.map(([kind, ones]) => {
			const names = ones.map(({ player }) => player.project.name).join(', ');
			return `${names} (${WHY[kind]})`;
		})
		.join('; ');

/** What a constraint costs. */
export interface ConstraintCost {
	id: ConstraintId;
	text: string;
	/** Roles that it alone leaves without anyone. */
	emptied: readonly string[];
	/** Projects that it alone takes out of a choice. */
	projects: number;
}

/** What each constraint costs that asks for anything. */
export function constraintCosts(
	active: readonly ConstraintId[],
	constraints: Constraints,
	needs: readonly Need[],
	candidates: ReadonlyMap<string, RoleCandidates>
): ConstraintCost[] {
	return active.map((id) => {
		const alone = new Set<string>();
		const emptied: string[] = [];
		for (const { role, need } of needs) {
			const { left = [], candidates: held = [] } = candidates.get(role) ?? {};
			const own = left.filter(
				({ reason }) =>
					reason.kind === 'constraint' &&
					reason.constraints.length === 1 &&
					reason.constraints[0] === id
			);
			for (const { player } of own) alone.add(player.project.id);
			if (held.length === 0 && own.length > 0 && need !== 'could') emptied.push(role);
		}
		return { id, text: constraintText(id, constraints), emptied, projects: alone.size };
	});
}
