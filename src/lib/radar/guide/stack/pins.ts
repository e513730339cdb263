import type { Choice } from './candidates.ts';
import { constraintText, unmet } from './constraints.ts';
import type { GuideEdition, Player } from './guide-edition.ts';
import type { Need } from '#lib/radar/guide/question/needs.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';

/** Which roles the pinned projects fill, and what speaks against it. */
export interface Pins {
	/** By role. */
	byRole: ReadonlyMap<string, Player>;
	/** What clashes, in sentences to show. */
	clashes: string[];
}

/**
 * Puts what is already run into the roles that it plays as its main part, else into those that it plays besides. Where
 * two ask for one role, the first keeps it.
 */
export function pinsOf(
	ids: readonly string[],
	needs: readonly Need[],
	edition: GuideEdition,
	{ constraints }: Choice
): Pins {
	const byRole = new Map<string, Player>();
	const clashes: string[] = [];
	for (const id of ids) {
		const project = edition.project(id);
		if (project === null) continue;
		const { name, ring } = project;
		const playing = needs.flatMap(({ role }) => {
			const player = edition.playersOf(role).find((one) => one.project.id === id);
			return player === undefined || player.fact.spec ? [] : [{ role, player }];
		});
		const main = playing.filter(({ player }) => !player.fact.side);
		const taken = main.length > 0 ? main : playing;
		if (taken.length === 0) clashes.push(`${name} plays no part here.`);
		for (const { role, player } of taken) {
			const holder = byRole.get(role);
			if (holder === undefined) byRole.set(role, player);
			else clashes.push(`${holder.project.name} already plays the part that ${name} would.`);
		}
		if (taken.length > 0 && ring === 'hold') clashes.push(`${name} is on hold.`);
		if (taken.length > 0 && ring === null) clashes.push(`${name} is not rated.`);
		const missed = unmet(project, constraints, edition.hasChart(project));
		if (taken.length > 0 && ring !== null && missed.length > 0) {
			const asked = missed.map((one) => lowerFirst(constraintText(one, constraints))).join(', ');
			clashes.push(`${name} does not meet what you ask of the others: ${asked}.`);
		}
	}
	return { byRole, clashes };
}
