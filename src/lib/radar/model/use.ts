import { addDays, daysBetween, dayText } from '#lib/radar/words/days.ts';
import { isDeclarable, type ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import { downloadsOn } from '#lib/radar/observation/downloads.ts';
import type {
	AdoptersRow,
	DownloadsRow,
	PeersRow,
	PullsRow,
	UseRow
} from '#lib/radar/observation/use.ts';
import type { Day, Maturity } from '#lib/radar/words/vocabulary.ts';
import { shareOf } from './curves.ts';
import {
	scoredParts,
	strongestOf,
	strongestShare,
	type ObservedPart,
	type ShownUseKind,
	type UsePart
} from './use-share.ts';
import { USE_KINDS, type UseKind, type UseKinds } from './settings/use-kinds.ts';

/** Figures about the use of one project. */
export interface UseFigures {
	/** Its entry in `data/packages.yml`; null where it has none. */
	packages: ProjectPackages | null;
	/** Figures of this project only, in any order. */
	rows: readonly UseRow[];
}

/** What is known of the use of one project on a day. */
export interface UseSubject extends UseFigures {
	/** The edition's day. */
	on: Day;
	maturity: Maturity | null;
	/** Day of the landscape's record. */
	filedOn: Day;
	foundation: string;
}

export interface UseEvidence {
	parts: UsePart[];
	/** Mean of the shares of the strongest kinds that are known, 0 to 1; null where none is. */
	share: number | null;
}

/** All kinds of evidence of a project's use, and the metric that they make. `rows` must be known on the day. */
export function useEvidence(subject: UseSubject, kinds: UseKinds): UseEvidence {
	const context = { ...subject, kinds };
	const known = USE_KINDS.filter((kind) => kinds[kind] !== undefined);
	const parts = [...known.map((kind) => READERS[kind](context)), pullsOf(subject)];
	for (const part of strongestOf(parts, kinds.strongest)) part.counts = true;
	return { parts, share: strongestShare(parts, kinds.strongest) };
}

/** How many kinds that bring points are known: two agree, one stands alone. */
export const kindsKnown = ({ parts }: UseEvidence): number =>
	scoredParts(parts).filter(({ state }) => state === 'observed').length;

type Context = UseSubject & { kinds: UseKinds };

const unknown = (kind: ShownUseKind, reason: string): UsePart => ({
	kind,
	state: 'unknown',
	reason
});
const notApplicable = (kind: ShownUseKind, reason: string): UsePart => ({
	kind,
	state: 'not-applicable',
	reason
});

function observed(
	kind: UseKind,
	{ kinds }: Context,
	seen: Pick<ObservedPart, 'value' | 'observedOn' | 'source'> &
		Partial<Pick<ObservedPart, 'isBound' | 'name' | 'usedBy'>>
): UsePart {
	const curve = kinds[kind]?.curve;
	const share = curve === undefined ? null : shareOf(curve, seen.value);
	if (share === null) return unknown(kind, `the model has no place for ${seen.value}`);
	const rest = { isBound: false, name: null, usedBy: [], counts: false, ...seen };
	return { kind, state: 'observed', share, ...rest };
}

const tooOld = (kind: ShownUseKind, observedOn: Day): UsePart =>
	unknown(kind, `last measured on ${dayText(observedOn)}, too old to count`);

const NEWEST_FIRST = (a: UseRow, b: UseRow): number =>
	a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : 0;

const READERS: Record<UseKind, (context: Context) => UsePart> = {
	downloads: (context) => {
		const { packages, rows, on, kinds } = context;
		if (packages === null || packages.packages.length === 0) {
			return notApplicable('downloads', 'no package that would show its use is known to the radar');
		}
		const own = rows.filter((row): row is DownloadsRow => row.kind === 'downloads');
		const found = downloadsOn(own, on, kinds.downloads.days);
		return 'reason' in found
			? unknown('downloads', found.reason)
			: observed('downloads', context, found);
	},
	peers: (context) => {
		const { packages, rows, on, kinds } = context;
		if (packages === null || !isDeclarable(packages)) {
			return notApplicable('peers', 'no name is known under which a manifest would declare it');
		}
		const [row] = rows.filter((own): own is PeersRow => own.kind === 'peers').sort(NEWEST_FIRST);
		if (row === undefined) return unknown('peers', 'the manifests of the group were not read yet');
		const { observedOn, source } = row;
		if (daysBetween(observedOn, on) > kinds.peers.days) return tooOld('peers', observedOn);
		// A repository that could not be read for so long may have dropped the dependency since.
		const since = addDays(on, -kinds.peers.days);
		const usedBy = row.usedBy
			.filter((peer) => peer.on >= since)
			.map(({ repository, file, commit }) => ({ repository, file, ...(commit && { commit }) }));
		return observed('peers', context, { value: usedBy.length, observedOn, source, usedBy });
	},
	adopters: (context) => {
		const { packages, rows, on, kinds } = context;
		if (packages?.adopters === undefined) {
			return notApplicable('adopters', 'no list of adopters is known');
		}
		const [row] = rows
			.filter((own): own is AdoptersRow => own.kind === 'adopters')
			.sort(NEWEST_FIRST);
		if (row === undefined) return unknown('adopters', 'its list of adopters was not read yet');
		const { value, observedOn, source, name } = row;
		if (daysBetween(observedOn, on) > kinds.adopters.days) return tooOld('adopters', observedOn);
		if (value === 0) return unknown('adopters', 'no adopter could be read from its list');
		return observed('adopters', context, { value, observedOn, source, name });
	},
	verified: (context) => {
		const { maturity: value, filedOn: observedOn, foundation, kinds } = context;
		const curve = kinds.verified?.curve;
		if (value === null || curve === undefined || shareOf(curve, value) === null) {
			return notApplicable('verified', `the ${foundation} interviews adopters from incubation on`);
		}
		return observed('verified', context, { value, observedOn, source: 'landscape' });
	}
};

/** Days that a count of pulls is shown. */
const PULLS_DAYS = 184;

/** The most pulled of its images, as a fact: no history of pulls is known, so the model has no place for them yet. */
function pullsOf({ packages, rows, on }: UseSubject): UsePart {
	const images = packages?.images ?? [];
	if (images.length === 0) {
		return notApplicable('pulls', 'no image of it at Docker Hub is known to the radar');
	}
	const own = rows
		.filter((row): row is PullsRow => row.kind === 'pulls' && images.includes(row.name))
		.sort(NEWEST_FIRST);
	const [newest] = own;
	if (newest === undefined) return unknown('pulls', 'its container pulls were not read yet');
	const young = own.filter(({ observedOn }) => daysBetween(observedOn, on) <= PULLS_DAYS);
	if (young.length === 0) return tooOld('pulls', newest.observedOn);
	const last = new Map(young.toReversed().map((row) => [row.name, row]));
	const { value, observedOn, source, name } = [...last.values()].reduce((most, row) =>
		row.value > most.value ? row : most
	);
	const seen = { value, observedOn, source, name };
	return {
		kind: 'pulls',
		state: 'observed',
		...seen,
		...{ share: 0, counts: false, isBound: false, usedBy: [] }
	};
}
