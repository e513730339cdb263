import { formatPath } from '#lib/radar/landscape/path.ts';
import { asksForAlternatives } from './alternatives.ts';
import { isHeld, nextRingSentences } from '#lib/radar/model/rings/next-ring-words.ts';
import { NOT_OBSERVED } from '#lib/radar/observation/evidence.ts';
import { metricText } from '#lib/radar/observation/observed-words.ts';
import { carriedLines, kindLine, row } from './use/evidence-lines.ts';
import type { ProjectPage } from './project/project-page.ts';
import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { referenceText } from '#lib/radar/model/reference-text.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { heldText } from '#lib/radar/model/rings/ring-bounds-words.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Curve } from '#lib/radar/model/settings/curve.ts';
import { scoreText, percent } from '#lib/radar/words/numbers.ts';
import { editionText } from '#lib/radar/words/days.ts';
import { MATURITY_WORDS, RING_WORDS, TREND_WORDS } from '#lib/radar/words/labels.ts';
import { by } from '#lib/radar/words/order.ts';

/** Plain text of `radar explain`; every figure carries its source and day. */
export function explanationText(project: ProjectPage, { model, site }: Settings): string {
	const { placement } = project;
	const lines = heading(project);
	if (placement === null) {
		lines.push('', `It is not in the edition ${project.edition.id}.`);
	} else {
		lines.push(
			'',
			...verdict(placement, model),
			'',
			...placement.dimensions.flatMap((dimension) => [
				row(
					`${dimension.label}`,
					`${dimension.won.toFixed(1)} of ${dimension.observed} measured, ${dimension.weight} in all`
				),
				...dimension.metrics.flatMap((part) => [
					`  ${metricLine(part)}`,
					...(part.kinds === undefined
						? referenceLines(project.references[part.id])
						: part.kinds.map(kindLine))
				])
			]),
			...section(
				'Gates',
				[...placement.gates, ...placement.pendingGates].map(
					({ id, sentence }) => `${id.padEnd(17)} ${sentence}`
				),
				'none'
			),
			...section(
				'Next ring',
				nextRingSentences(placement, cutOffsOf(model)),
				placement.ring === 'adopt' ? 'there is none beyond Adopt' : 'unknown without a score'
			),
			...section('Missing', missing(placement), 'nothing')
		);
	}
	lines.push(
		...section('Maintained by, not part of the score', carriedLines(project), 'not known'),
		...section(
			'On other radars, not part of the score',
			project.experts.map(
				({ ring, source, date, secondary }) =>
					`${date}  ${RING_WORDS[ring].padEnd(7)} ${source}${secondary ? ' (from a digest)' : ''}`
			),
			'nowhere that we know of'
		),
		...section('History', historyLines(project), 'none'),
		...section(
			'Better placed in the same subcategory',
			project.alternatives.map(({ name, ring, score }) =>
				row(name, `${RING_WORDS[ring]}, ${scoreText(score)}`)
			),
			project.blip !== null && asksForAlternatives(project.blip)
				? 'none'
				: 'offered for projects in hold or falling'
		),
		...section(
			'Sources',
			Object.entries(project.sources)
				.sort(by(([key]) => key))
				.map(([id, { name, url }]) => `${id}: ${name === id ? '' : `${name}, `}${url}`),
			'none'
		),
		'',
		`${model.purpose}`,
		site.notice
	);
	return `${lines.join('\n')}\n`;
}

const section = (title: string, lines: readonly string[], none: string): string[] => [
	'',
	title,
	...(lines.length === 0 ? [none] : lines).map((line) => `  ${line}`)
];

function heading({ name, id, edition, repositoryUrl, paths, maturity }: ProjectPage): string[] {
	return [
		`${name} (${id})`,
		`Edition ${editionText(edition.id)}, model ${edition.modelVersion}`,
		repositoryUrl ?? 'no repository',
		...paths.map(formatPath),
		...(maturity === null ? [] : [`Maturity: ${MATURITY_WORDS[maturity].toLowerCase()}`])
	];
}

function verdict(placement: Placement, model: Settings['model']): string[] {
	const {
		ring,
		score,
		scoreRing,
		previousRing,
		confidence,
		momentum,
		stability,
		pending,
		withoutCncf,
		notRated
	} = placement;
	const lines = [
		row('Ring', ring === null ? `not rated: ${notRated ?? ''}` : RING_WORDS[ring]),
		...(score === null ? [] : [row('Score', `${scoreText(score)} of 100`)]),
		...(scoreRing === null || score === null || isHeld(placement)
			? []
			: [
					row(
						'The score is enough for',
						heldText(score, scoreRing, cutOffsOf(model)) ?? RING_WORDS[scoreRing]
					)
				]),
		row('In the edition before', previousRing === null ? '–' : RING_WORDS[previousRing]),
		row('Confidence', `${confidence.level}, ${percent(confidence.share)}`)
	];
	if (stability !== null) {
		const borderline = stability < model.stability.borderline_below ? ': borderline' : '';
		lines.push(
			row(
				'Same ring under other weights',
				`${percent(stability)} of ${model.stability.draws}${borderline}`
			)
		);
	}
	if (pending !== null) {
		lines.push(
			row('Moving to', `${RING_WORDS[pending.to]}, night ${pending.night} of ${pending.of}`)
		);
	}
	if (withoutCncf !== null) {
		lines.push(
			row(
				'Without points of maturity',
				`${RING_WORDS[withoutCncf.ring]}, ${scoreText(withoutCncf.score)}`
			)
		);
	}
	const { trend, value, reason } = momentum;
	const heading = trend === null ? 'not known' : TREND_WORDS[trend].toLowerCase();
	const why = value === null ? (reason ?? '') : value.toFixed(2);
	lines.push(row('Momentum, apart from the score', `${heading} (${why})`));
	return lines;
}

function metricLine(part: MetricPart): string {
	const { label, value, unit, won, possible, share, source, observedOn, carriedOver, note } = part;
	if (value === null || won === null || share === null) {
		const state = part.state === 'not-applicable' ? 'does not apply' : 'unknown';
		return row(label, `– of ${possible}   ${state}: ${note ?? ''}`);
	}
	const from = [source, observedOn, carriedOver ? 'carried over' : null, note]
		.filter((word) => word !== null)
		.join(', ');
	return row(label, `${won.toFixed(2)} of ${possible}   ${metricText(value, unit)}   [${from}]`);
}

const referenceLines = (curve: Curve | undefined): string[] =>
	curve === undefined ? [] : [`      ${referenceText(curve)}`];

const missing = ({ dimensions }: Placement): string[] =>
	dimensions.flatMap(({ metrics }) =>
		metrics
			.filter(({ state }) => state === 'unknown')
			.map(({ label, possible, note }) => `${label} (${possible}): ${note ?? NOT_OBSERVED}`)
	);

const historyLines = ({ history }: ProjectPage): string[] =>
	history.flatMap(({ edition, ring, score, reason }, i) => {
		if (i > 0 && history[i - 1]?.ring === ring) return [];
		const state =
			ring === null
				? 'not rated'
				: `${RING_WORDS[ring]}, ${score === null ? '–' : scoreText(score)}`;
		return [`${edition.padEnd(10)} ${state.padEnd(14)} ${reason ?? ''}`.trimEnd()];
	});
