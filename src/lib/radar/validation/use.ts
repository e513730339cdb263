import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { gateRing } from '#lib/radar/model/gates/gates.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { USE_KINDS, type UseKind, type UseKinds } from '#lib/radar/model/settings/use-kinds.ts';
import { scoredParts, strongestShare } from '#lib/radar/model/use-share.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import { beyondChance, correlation } from './experts/experts.ts';
import { figure, type Check, type Figure } from './report.ts';
import type { RatedProject, Sample } from './sample.ts';
import type { Pair } from './statistics.ts';

const BAR_UNCHANGED = 0.9;
/** Kinds that have to agree. */
const TWO = 2;

const LABELS: Record<UseKind, string> = {
	downloads: 'Downloads',
	peers: 'Use by others of the group',
	adopters: 'Adopters named',
	verified: 'Adopters interviewed'
};

/** The kinds of the model's metric of use; null in a model without it. */
export const kindsOf = ({ dimensions }: Pick<Model, 'dimensions'>): UseKinds | null =>
	dimensions.flatMap(({ metrics }) => metrics.flatMap(({ kinds }) => kinds ?? []))[0] ?? null;

const useOf = ({ dimensions }: Pick<Placement, 'dimensions'>): MetricPart | undefined =>
	dimensions.flatMap(({ metrics }) => metrics).find(({ kinds }) => kinds !== undefined);

const known = (part: MetricPart | undefined) =>
	scoredParts(part?.kinds ?? []).filter((kind) => kind.state === 'observed');

/** Does evidence of use tell what experts adopt, how much of it is known, and does a ring hang on one kind? */
export function checkUse({ rated, all, model }: Sample): Check {
	const counts = rated.map(({ placement }) => known(useOf(placement)).length);
	const share = (test: (count: number) => boolean) => counts.filter(test).length / counts.length;
	const alone = [
		correlation(
			'Use alone, AI group',
			pairsOf(rated, (part) => part.share)
		),
		correlation(
			'Use alone, all projects with data',
			pairsOf(all, (part) => part.share)
		),
		...USE_KINDS.map((kind) =>
			correlation(
				`${LABELS[kind]} alone, AI group`,
				pairsOf(rated, (part) => known(part).find((own) => own.kind === kind)?.share ?? null)
			)
		)
	];
	const dropped = leftOut(rated, model);
	const unchanged = dropped.of === 0 ? 1 : dropped.same / dropped.of;
	const passed = unchanged >= BAR_UNCHANGED;
	const [group] = alone;
	return {
		id: 'use',
		title: 'Evidence of use',
		accept: 'with one kind left out at random at least 90% of the rings unchanged',
		passed,
		finding: [
			beyondChance(group)
				? 'Use alone ranks the projects of the AI group somewhat as experts do.'
				: 'Use alone does not rank the projects of the AI group as experts do: chance alone could give this figure.',
			`Two kinds are known for ${Math.round(share((count) => count >= TWO) * 100)}% of the rated projects, so no gate rests on use.`,
			passed ? 'Few rings hang on one kind.' : 'Too many rings hang on one kind.'
		].join(' '),
		figures: [
			...alone,
			figure(
				'Rated projects with two kinds known or more',
				'share',
				share((n) => n >= TWO),
				{
					of: counts.length
				}
			),
			figure(
				'Rated projects with one kind known',
				'share',
				share((n) => n === 1),
				{
					of: counts.length
				}
			),
			figure(
				'Rated projects with no kind known',
				'share',
				share((n) => n === 0),
				{
					of: counts.length
				}
			),
			...USE_KINDS.map((kind) => knownOf(kind, rated)),
			figure('Rings unchanged, each known kind of each project left out once', 'share', unchanged, {
				of: dropped.of
			})
		]
	};
}

const knownOf = (kind: UseKind, rated: readonly RatedProject[]): Figure =>
	figure(
		`${LABELS[kind]} known`,
		'count',
		rated.filter(({ placement }) => known(useOf(placement)).some((own) => own.kind === kind))
			.length,
		{ of: rated.length }
	);

const pairsOf = (
	projects: readonly RatedProject[],
	measure: (part: MetricPart) => number | null
): Pair[] =>
	projects.flatMap(({ placement, consensus }): Pair[] => {
		const part = useOf(placement);
		const value = part === undefined ? null : measure(part);
		return value === null || consensus === null ? [] : [[value, consensus.mean]];
	});

/** Rings that stay when one known kind goes missing; gates and band hold. */
function leftOut(rated: readonly RatedProject[], model: Model): { same: number; of: number } {
	const strongest = kindsOf(model)?.strongest ?? 1;
	let [same, of] = [0, 0];
	for (const { placement } of rated) {
		const part = useOf(placement);
		for (const { kind } of known(part)) {
			const rest = (part?.kinds ?? []).filter((own) => own.kind !== kind);
			const score = scoreWith(placement, strongestShare(rest, strongest));
			of += 1;
			if (score === null) continue;
			const { cut_offs, stability } = model;
			const settled = ringWithBand(score, placement.scoreRing, cut_offs, stability.band);
			if (gateRing(settled, placement.gates) === placement.ring) same += 1;
		}
	}
	return { same, of };
}

/** The score where use had another share; null: unknown. */
function scoreWith({ dimensions }: Placement, share: number | null) {
	return weightedScore(
		dimensions.map((dimension) => {
			const part = useOf({ dimensions: [dimension] });
			if (part === undefined) return dimension;
			const own = part.state === 'observed' ? part.possible : 0;
			return {
				won: dimension.won - (part.won ?? 0) + (share ?? 0) * part.possible,
				observed: dimension.observed - own + (share === null ? 0 : part.possible)
			};
		})
	);
}
