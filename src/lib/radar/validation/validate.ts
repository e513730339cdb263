import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { checkArtefacts } from './artefacts.ts';
import { checkBaselines } from './baselines.ts';
import { checkDead } from './dead.ts';
import { distributions, scoreHistogram } from './distribution.ts';
import { checkExperts, checkRings } from './experts/experts.ts';
import { checkGaming } from './gaming.ts';
import { checkMaturity } from './maturity.ts';
import { checkNights } from './nights.ts';
import { checkProperties } from './properties.ts';
import type { Validation } from './report.ts';
import { placedIn, type Sample } from './sample.ts';
import { checkPublishers } from './experts/publishers.ts';
import { checkUse } from './use.ts';
import { checkDropped, checkWeights } from './weights.ts';

export function validate(sample: Sample): Validation {
	const { input, model, editions, projects, rated, all } = sample;
	const placements = editions.at(-1)?.placements ?? [];
	const inRing = (ring: Ring) => placements.filter((placement) => placement.ring === ring).length;
	return {
		edition: input.edition.id,
		modelVersion: model.version,
		counts: {
			projects,
			rated: rated.length,
			elsewhere: all.filter(({ group }) => group === 'elsewhere').length,
			earlier: all.filter(({ group }) => group === 'earlier').length,
			withConsensus: all.filter(({ consensus }) => consensus !== null).length,
			placed: sample.votes.length,
			placedInGroup: sample.placedInGroup,
			placedAndRated: placedIn(rated)
		},
		rings: {
			adopt: inRing('adopt'),
			trial: inRing('trial'),
			assess: inRing('assess'),
			hold: inRing('hold')
		},
		scores: scoreHistogram(sample),
		checks: [
			checkMaturity(sample),
			checkExperts(sample),
			checkRings(sample),
			checkBaselines(sample),
			checkWeights(sample),
			checkNights(sample),
			checkDropped(sample),
			checkGaming(sample),
			checkProperties(sample),
			checkDead(sample),
			checkArtefacts(sample),
			checkUse(sample),
			checkPublishers(sample)
		],
		distributions: distributions(sample)
	};
}
