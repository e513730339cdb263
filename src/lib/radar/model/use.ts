import { addDays, daysBetween } from '#lib/radar/words/day.ts';
import { isDeclarable, type ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import { downloadsOn } from '#lib/radar/observation/downloads.ts';
import type { AdoptersRow, DownloadsRow, PeersRow, UseRow } from '#lib/radar/observation/use.ts';
import type { Day, Maturity } from '#lib/radar/words/vocabulary.ts';
import { dayText } from '#lib/radar/words/words.ts';
import { shareOf } from './curves.ts';
import type { Curve } from './settings/curve.ts';

/** Kinds of evidence of use, in the order in which they are shown. */
export const USE_KINDS = ['downloads', 'peers', 'adopters', 'verified'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** How much of a kind counts as how much. */
export type UseCurves = Record<UseKind, Curve>;

export const USE_CURVES: UseCurves = {
	/** Downloads in 30 days. */
	downloads: { kind: 'log', lo: 10_000, hi: 100_000_000 },
	/** Repositories of the group. */
	peers: { kind: 'log', lo: 0, hi: 40 },
	/** Organisations. */
	adopters: { kind: 'log', lo: 2, hi: 50 },
	/** CNCF maturity: adopters were interviewed. */
	verified: { kind: 'table', shares: { graduated: 1, incubating: 0.7 } }
};

/** How old a figure may be on the edition's day, in days. */
export interface UseFreshness {
	downloads: number;
	peers: number;
	adopters: number;
}

export const USE_FRESHNESS: UseFreshness = { downloads: 92, peers: 184, adopters: 184 };

/** What is known of the use of one project. */
export interface UseSubject {
	/** The edition's day. */
	on: Day;
	maturity: Maturity | null;
	/** Day of the landscape's record. */
	filedOn: Day;
	/** Its entry in `data/packages.yml`; null where it has none. */
	packages: ProjectPackages | null;
	/** Figures of this project only, in any order. */
	rows: readonly UseRow[];
}

/** One kind of evidence on the edition's day. */
export type UsePart = { kind: UseKind } & (
	| {
			state: 'observed';
			/** A word for `verified`. */
			value: number | string;
			/** The value is fewer than `value`; the share is at most `share`. */
			isBound: boolean;
			/** 0 to 1, on the kind's curve. */
			share: number;
			/** It is one of the two that make the metric. */
			counts: boolean;
			observedOn: Day;
			source: string;
			/** The package or the list; null for the other kinds. */
			name: string | null;
			/** Repositories that use it, for `peers`. */
			usedBy: PeersRow['usedBy'];
	  }
	| { state: 'unknown' | 'not-applicable'; reason: string }
);
type ObservedPart = Extract<UsePart, { state: 'observed' }>;

export interface UseEvidence {
	parts: UsePart[];
	/** Mean of the shares of the two strongest kinds that are known, of one where one is; null where none is. */
	share: number | null;
}

/** The metric is the mean of so many kinds. */
const STRONGEST = 2;

/** All kinds of evidence of a project's use, and the metric that they make. */
export function useEvidence(
	subject: UseSubject,
	curves: UseCurves = USE_CURVES,
	freshness: UseFreshness = USE_FRESHNESS
): UseEvidence {
	const rows = subject.rows.filter(
		({ observedOn, learntOn }) => (learntOn ?? observedOn) <= subject.on
	);
	const context = { ...subject, rows, curves, freshness };
	const parts = USE_KINDS.map((kind) => READERS[kind](context));
	const strongest = parts
		.filter((part) => part.state === 'observed')
		.sort((a, b) => b.share - a.share)
		.slice(0, STRONGEST);
	for (const part of strongest) part.counts = true;
	const total = strongest.reduce((sum, { share }) => sum + share, 0);
	return { parts, share: strongest.length === 0 ? null : total / strongest.length };
}

/** How many kinds are known: two agree, one stands alone. */
export const kindsKnown = ({ parts }: UseEvidence): number =>
	parts.filter(({ state }) => state === 'observed').length;

type Context = UseSubject & { curves: UseCurves; freshness: UseFreshness };

const unknown = (kind: UseKind, reason: string): UsePart => ({ kind, state: 'unknown', reason });
const notApplicable = (kind: UseKind, reason: string): UsePart => ({
	kind,
	state: 'not-applicable',
	reason
});

function observed(
	kind: UseKind,
	{ curves }: Context,
	seen: Pick<ObservedPart, 'value' | 'observedOn' | 'source'> &
		Partial<Pick<ObservedPart, 'isBound' | 'name' | 'usedBy'>>
): UsePart {
	const share = shareOf(curves[kind], seen.value);
	if (share === null) return unknown(kind, `the model has no place for ${seen.value}`);
	const rest = { isBound: false, name: null, usedBy: [], counts: false, ...seen };
	return { kind, state: 'observed', share, ...rest };
}

const tooOld = (kind: UseKind, observedOn: Day): UsePart =>
	unknown(kind, `last observed on ${dayText(observedOn)}, too long ago`);

const NEWEST_FIRST = (a: UseRow, b: UseRow): number =>
	a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : 0;

const READERS: Record<UseKind, (context: Context) => UsePart> = {
	downloads: (context) => {
		const { packages, rows, on, freshness } = context;
		if (packages === null || packages.packages.length === 0) {
			return notApplicable('downloads', 'no package of it is known to the radar');
		}
		const own = rows.filter((row): row is DownloadsRow => row.kind === 'downloads');
		const found = downloadsOn(own, on, freshness.downloads);
		return 'reason' in found
			? unknown('downloads', found.reason)
			: observed('downloads', context, found);
	},
	peers: (context) => {
		const { packages, rows, on, freshness } = context;
		if (packages === null || !isDeclarable(packages)) {
			return notApplicable('peers', 'no name is known under which a manifest would declare it');
		}
		const [row] = rows.filter((own): own is PeersRow => own.kind === 'peers').sort(NEWEST_FIRST);
		if (row === undefined) return unknown('peers', 'the manifests of the group were not read yet');
		const { observedOn, source } = row;
		if (daysBetween(observedOn, on) > freshness.peers) return tooOld('peers', observedOn);
		// A repository that could not be read for so long may have dropped the dependency since.
		const since = addDays(on, -freshness.peers);
		const usedBy = row.usedBy.filter((peer) => peer.on >= since);
		return observed('peers', context, { value: usedBy.length, observedOn, source, usedBy });
	},
	adopters: (context) => {
		const { packages, rows, on, freshness } = context;
		if (packages?.adopters === undefined) {
			return notApplicable('adopters', 'no list of adopters is known');
		}
		const [row] = rows
			.filter((own): own is AdoptersRow => own.kind === 'adopters')
			.sort(NEWEST_FIRST);
		if (row === undefined) return unknown('adopters', 'its list of adopters was not read yet');
		const { value, observedOn, source, name } = row;
		if (daysBetween(observedOn, on) > freshness.adopters) return tooOld('adopters', observedOn);
		if (value === 0) return unknown('adopters', 'no adopter could be read from its list');
		return observed('adopters', context, { value, observedOn, source, name });
	},
	verified: (context) => {
		const { maturity: value, filedOn: observedOn, curves } = context;
		if (value === null || shareOf(curves.verified, value) === null) {
			return notApplicable('verified', 'the CNCF interviews adopters from incubation on');
		}
		return observed('verified', context, { value, observedOn, source: 'landscape' });
	}
};
