import { daysBetween } from '#lib/radar/words/days.ts';
import { gatherEvidence } from '#lib/radar/observation/evidence.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import { figure, type Check } from './report.ts';
import type { PlacedEdition, Sample } from './sample.ts';

const QUIET_DAYS = 180;

/**
 * Archived, retired or without human commits for half a year, read from facts instead of
 * gates.
 */
export function checkDead({ editions, model }: Sample): Check {
	const seen = editions.flatMap(({ input, placements }) => {
		const dead = deadIn(input, model);
		return placements.filter(({ projectId, ring }) => ring !== null && dead.has(projectId));
	});
	const wrong = seen.filter(({ ring }) => ring !== 'hold' && ring !== 'assess');
	const of = seen.length;
	const last = editions.at(-1)?.input.edition.id;
	return {
		id: 'dead',
		title: 'Archived and dead projects',
		accept: 'all in hold or assess',
		passed: wrong.length === 0,
		finding:
			wrong.length === 0
				? 'Every archived, retired or silent project stands in hold or assess, in every edition.'
				: `In another ring: ${wrong.map(({ projectId, editionId }) => `${projectId} (${editionId})`).join(', ')}.`,
		figures: [
			figure(`Placements of such projects in ${editions.length} editions`, 'count', seen.length),
			figure(
				'Of them in the newest edition',
				'count',
				seen.filter(({ editionId }) => editionId === last).length,
				{ of }
			),
			figure('Of them in hold', 'count', seen.filter(({ ring }) => ring === 'hold').length, { of }),
			figure('Of them neither in hold nor in assess', 'count', wrong.length, { of })
		]
	};
}

function deadIn(
	{ edition, members, observationsOf, overrides }: PlacedEdition['input'],
	model: Sample['model']
): Set<string> {
	const dead = new Set<string>();
	for (const member of members) {
		const repository = measuredRepository(overrides, member);
		if (repository === null) continue;
		const { get } = gatherEvidence(observationsOf(repository), edition, model.carry_over);
		const [archived, last] = [get('archived'), get('lastCommit')];
		const retired = overrides.retired(repository);
		if (
			member.maturity === 'archived' ||
			(archived.state === 'observed' && archived.value) ||
			(retired !== null && retired.date <= edition.date) ||
			(last.state === 'observed' && daysBetween(last.value, last.observedOn) >= QUIET_DAYS)
		) {
			dead.add(member.project);
		}
	}
	return dead;
}
