import type { Player } from '#lib/radar/guide/stack/guide-edition.ts';
import { GUIDE_SCHEMA_VERSION, type GuideDocument } from './guide-schema.ts';
import type { Need } from '#lib/radar/guide/question/needs.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { requestQuery } from '#lib/radar/guide/request.ts';
import { citationOf } from '#lib/radar/guide/facts/source-link.ts';
import type { Neighbour } from '#lib/radar/guide/stack/stack.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** Goes with every answer of the guide. */
export const GUIDE_NOTICE =
	'The radar measures public evidence, not fitness: try a stack before you rely on it.';

/** A recommendation as a document for machines. */
export function guideJson(made: Recommendation, useCases: UseCases): GuideDocument {
	const { useCase, stack } = made;
	const roleJson = ({ role: id, need, base }: Need) => {
		const { label, what, layer } = useCases.role(id);
		return { id, label, what, layer, need, base };
	};
	const cited = (text: string) => citationOf(text, useCases.file.read);
	const leftOf = (id: string) =>
		(made.candidates.get(id)?.left ?? []).map(({ player, reason }) => ({
			project: player.project.id,
			reason: reason.kind,
			sentence: reason.sentence
		}));
	const neighbourJson = ({ project: id, pairs }: Neighbour) => ({
		project: id,
		pairs: pairs.map(({ a, note, source: text }) => ({
			documentedBy: a,
			note: note ?? null,
			source: cited(text)
		}))
	});
	return {
		schemaVersion: GUIDE_SCHEMA_VERSION,
		notice: GUIDE_NOTICE,
		edition: made.edition,
		useCase: { id: useCase.id, title: useCase.title, says: useCase.says },
		query: requestQuery(made.request),
		answers: made.answers,
		parts: stack.parts.map(({ need, player, pinned, neighbours, alternatives }) => ({
			role: roleJson(need),
			project: projectJson(player, cited),
			pinned,
			neighbours: neighbours.map(neighbourJson),
			alternatives: alternatives.map(({ player: other, costs, pairs }) => ({
				project: projectJson(other, cited),
				costs,
				pairs
			})),
			left: leftOf(need.role)
		})),
		could: made.could.map(({ need, candidates }) => ({
			role: roleJson(need),
			projects: candidates.candidates.map((player) => player.project.id)
		})),
		gaps: made.gaps.map(({ need, kind, sentence, elsewhere }) => ({
			role: roleJson(need),
			kind,
			sentence,
			elsewhere: [...elsewhere],
			left: leftOf(need.role)
		})),
		weakest: made.weakest,
		changes: made.changes,
		risks: made.risks,
		constraints: made.constraintCosts.map((cost) => ({ ...cost, emptied: [...cost.emptied] })),
		clashes: made.clashes
	};
}

function projectJson(
	{ project: known, fact }: Player,
	cited: (text: string) => GuideDocument['parts'][number]['project']['source']
): GuideDocument['parts'][number]['project'] {
	const { id, name, repository, ring, score, confidence, maturity, licenseClass } = known;
	return {
		id,
		name,
		repository,
		ring,
		score,
		confidence: { share: rounded(confidence.share, 2), level: confidence.level },
		maturity,
		licenseClass,
		side: fact.side,
		note: fact.note ?? null,
		source: cited(fact.source)
	};
}
