import type { PeersRow } from '#lib/radar/observation/use.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { UseKind } from './settings/use-kinds.ts';

/** A kind of evidence of use; `pulls` is a fact that brings no points, until a model has a place for it. */
export type ShownUseKind = UseKind | 'pulls';

/** One kind of evidence on the edition's day. */
export type UsePart = { kind: ShownUseKind } & (
	| {
			state: 'observed';
			/** A word for `verified`. */
			value: number | string;
			/** The value is fewer than `value`; the share is at most `share`. */
			isBound: boolean;
			/** 0 to 1, on the kind's curve; 0 for a kind that brings no points. */
			share: number;
			/** It is one of those that make the metric. */
			counts: boolean;
			observedOn: Day;
			source: string;
			/** The package, the image or the list; null for the other kinds. */
			name: string | null;
			/** Repositories that use it, for `peers`. */
			usedBy: Pick<PeersRow['usedBy'][number], 'repository' | 'file' | 'commit'>[];
	  }
	| { state: 'unknown' | 'not-applicable'; reason: string }
);
export type ObservedPart = Extract<UsePart, { state: 'observed' }>;

/** Kinds of evidence of use, within a sentence. */
export const USE_KIND_NAMES: Record<ShownUseKind, string> = {
	downloads: 'downloads',
	peers: 'use by others of the group',
	adopters: 'adopters named',
	verified: 'adopters interviewed',
	pulls: 'container pulls'
};

/** The kinds that the model has a place for. */
export const scoredParts = (parts: readonly UsePart[]): UsePart[] =>
	parts.filter(({ kind }) => kind !== 'pulls');

/** The `count` strongest kinds that are known and bring points. */
export const strongestOf = (parts: readonly UsePart[], count: number): ObservedPart[] =>
	scoredParts(parts)
		.filter((part) => part.state === 'observed')
		.sort((a, b) => b.share - a.share)
		.slice(0, count);

/** Mean of the shares of the `count` strongest kinds that are known; null where none is. */
export function strongestShare(parts: readonly UsePart[], count: number): number | null {
	const strongest = strongestOf(parts, count);
	if (strongest.length === 0) return null;
	return strongest.reduce((sum, { share }) => sum + share, 0) / strongest.length;
}
