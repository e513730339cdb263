import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';

export interface MetricChange {
	id: string;
	label: string;
	unit: string;
	before: MetricPart['value'];
	after: MetricPart['value'];
	/** Points of the score. */
	effect: number;
}

type Scored = Pick<Placement, 'dimensions'>;

/** Points. */
const LEAST_EFFECT = 0.05;

/**
 * The score is won / known points, so an effect is `100 (Δwon − score·Δknown) / known now`; effects
 * sum to the change. Strongest first.
 */
export function metricChanges(before: Scored, after: Scored): MetricChange[] {
	const then = partsById(before);
	const now = partsById(after);
	const share = total(then, won) / total(then, known);
	const knownNow = total(now, known);
	return [...new Set([...then.keys(), ...now.keys()])]
		.flatMap((id): MetricChange[] => {
			const [old, fresh] = [then.get(id), now.get(id)];
			const part = fresh ?? old;
			if (part === undefined) return [];
			const gained = (fresh ? won(fresh) : 0) - (old ? won(old) : 0);
			const learnt = (fresh ? known(fresh) : 0) - (old ? known(old) : 0);
			const effect = (100 * (gained - share * learnt)) / knownNow;
			if (!(Math.abs(effect) >= LEAST_EFFECT)) return [];
			return [
				{
					id,
					label: part.label,
					unit: part.unit,
					before: old?.value ?? null,
					after: fresh?.value ?? null,
					effect
				}
			];
		})
		.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

const won = (part: MetricPart): number => part.won ?? 0;
const known = (part: MetricPart): number => (part.state === 'observed' ? part.possible : 0);
const total = (parts: ReadonlyMap<string, MetricPart>, of: (part: MetricPart) => number): number =>
	[...parts.values()].reduce((sum, part) => sum + of(part), 0);
const partsById = ({ dimensions }: Scored): Map<string, MetricPart> =>
	new Map(dimensions.flatMap(({ metrics }) => metrics.map((part) => [part.id, part])));
