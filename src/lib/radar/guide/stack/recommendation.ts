import { candidatesOf, type Choice, type RoleCandidates } from './candidates.ts';
import { changesOf, type Change } from './changes.ts';
import { activeConstraints } from './constraints.ts';
import {
	constraintCosts,
	gapsOf,
	type ConstraintCost,
	type Gap
} from '#lib/radar/guide/facts/gaps.ts';
import type { GuideEdition } from './guide-edition.ts';
import {
	DEFAULT_GUIDE_SETTINGS,
	type GuideSettings
} from '#lib/radar/guide/facts/guide-settings.ts';
import {
	isOneMachine,
	needsOf,
	takenAnswers,
	type Need,
	type TakenAnswer
} from '#lib/radar/guide/question/needs.ts';
import { pinsOf } from './pins.ts';
import type { GuideRequest } from '#lib/radar/guide/request.ts';
import { risksOf, type Risk } from './risks.ts';
import { stackOf, type Stack } from './stack.ts';
import type { UseCase, UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { weakestOf, type Weakest } from './weakest.ts';

/** What the guide says to a use case: a stack, and everything that can be said against it. */
export interface Recommendation {
	useCase: UseCase;
	edition: GuideEdition['edition'];
	request: GuideRequest;
	answers: TakenAnswer[];
	/** From the ground up. */
	stack: Stack;
	/** Roles that depend: listed with who plays them, not chosen. */
	could: { need: Need; candidates: RoleCandidates }[];
	gaps: Gap[];
	/** Null: nothing here is a must. */
	weakest: Weakest | null;
	changes: Change[];
	risks: Risk[];
	constraintCosts: ConstraintCost[];
	/** What clashes with what is already run. */
	clashes: string[];
	/** Who plays each role that is needed, and who is left out of it. */
	candidates: ReadonlyMap<string, RoleCandidates>;
}

/** Recommends a stack for a use case from an edition. Pure and deterministic: the same in, the same out. */
export function recommend(
	useCases: UseCases,
	useCase: UseCase,
	edition: GuideEdition,
	request: GuideRequest,
	{ weights }: Pick<GuideSettings, 'weights'> = DEFAULT_GUIDE_SETTINGS
): Recommendation {
	const { constraints } = request;
	const answers = takenAnswers(useCases, useCase, request.answers);
	const needs = needsOf(useCases, useCase, answers);
	const choice: Choice = {
		constraints,
		excluded: new Set(request.excluded),
		oneMachine: isOneMachine(answers)
	};
	const candidates = new Map(
		needs.map(({ role }) => [role, candidatesOf(role, edition, choice, weights)] as const)
	);
	const { byRole, clashes } = pinsOf(request.pins, needs, edition, choice);
	const stack = stackOf(needs, candidates, useCases, weights, byRole);
	const gaps = gapsOf(stack.empty, candidates, useCases);
	return {
		useCase,
		edition: edition.edition,
		request,
		answers,
		stack,
		could: needs
			.filter(({ role, need }) => need === 'could' && !byRole.has(role))
			.flatMap((need) => {
				const held = candidates.get(need.role);
				return held === undefined ? [] : [{ need, candidates: held }];
			}),
		gaps,
		weakest: weakestOf(stack.parts, gaps, useCases),
		changes: changesOf(stack.parts, candidates, weights),
		risks: risksOf(stack.parts, useCases, edition),
		constraintCosts: constraintCosts(
			activeConstraints(constraints),
			constraints,
			needs,
			candidates
		),
		clashes,
		candidates
	};
}
