import type { ObservedPart, ShownUseKind, UsePart } from './use.ts';

/** Kinds of evidence of use, within a sentence. */
export const USE_KIND_NAMES: Record<ShownUseKind, string> = {
	downloads: 'downloads',
	peers: 'use by others of the group',
	adopters: 'adopters named',
	verified: 'adopters interviewed',
	pulls: 'container pulls'
};

/** The `count` strongest kinds that are known. */
export const strongestOf = (parts: readonly UsePart[], count: number): ObservedPart[] =>
	parts
		.filter((part) => part.state === 'observed')
		.sort((a, b) => b.share - a.share)
		.slice(0, count);

/** Mean of the shares of the `count` strongest kinds that are known; null where none is. */
export function strongestShare(parts: readonly UsePart[], count: number): number | null {
	const strongest = strongestOf(parts, count);
	if (strongest.length === 0) return null;
	return strongest.reduce((sum, { share }) => sum + share, 0) / strongest.length;
}
