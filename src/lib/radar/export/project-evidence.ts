import type { KnownCarriedBy } from '#lib/radar/edition/carried/carried-by.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { UsePart } from '#lib/radar/model/use-share.ts';
import type { RadarDocument } from './radar-schema.ts';

type Exported = RadarDocument['projects'][number];

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Kinds of evidence of use, known or not; none under a model without them. */
export const useJson = ({ dimensions }: Pick<Placement, 'dimensions'>): Exported['use'] =>
	dimensions.flatMap(({ metrics }) => metrics.flatMap(({ kinds }) => kinds ?? [])).map(kindJson);

function kindJson(part: UsePart): Exported['use'][number] {
	const { kind, state } = part;
	if (part.state !== 'observed') {
		return { kind, state, ...NO_VALUE, reason: part.reason };
	}
	return {
		kind,
		state,
		value: part.value,
		fewerThan: part.isBound,
		share: round(part.share),
		counts: part.counts,
		name: part.name,
		usedBy: part.usedBy.map(({ repository }) => repository),
		observedOn: part.observedOn,
		source: part.source,
		reason: null
	};
}

const NO_VALUE = {
	value: null,
	fewerThan: false,
	share: null,
	counts: false,
	name: null,
	usedBy: [],
	observedOn: null,
	source: null
};

/** Shares are of all commits; what is not known always stands beside them. */
export function carriedByJson(
	known: KnownCarriedBy
): Pick<Exported, 'carriedBy' | 'carriedByUnknown'> {
	if (known.state !== 'observed') return { carriedBy: null, carriedByUnknown: known.reason };
	const { maintainers } = known;
	return {
		carriedBy: {
			observedOn: known.observedOn,
			source: known.source,
			commits: known.total,
			agents: known.agents,
			organisations: known.named.map(({ organisation, share, commits, authors, owns }) => ({
				id: organisation.id,
				name: organisation.name,
				kind: organisation.kind,
				share: round(share),
				commits,
				authors,
				owns
			})),
			others: round(known.others),
			notKnown: round(known.notKnown),
			oneOrganisation: known.oneOrganisation,
			maintainers: maintainers && {
				organisations: maintainers.organisations,
				observedOn: maintainers.observedOn
			}
		},
		carriedByUnknown: null
	};
}
