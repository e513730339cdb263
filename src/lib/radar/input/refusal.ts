import type { z } from 'zod';

export type Refuse = (path: PropertyKey[], message: string) => void;

export const refuser =
	(context: z.RefinementCtx): Refuse =>
	(path, message) =>
		context.addIssue({ code: 'custom', path, message });

export function refuseRepeated(
	refuse: Refuse,
	what: string,
	entries: readonly { id: string; path: PropertyKey[] }[]
): void {
	const seen = new Set<string>();
	for (const { id, path } of entries) {
		if (seen.has(id)) refuse(path, `${what} ${id} stands twice`);
		seen.add(id);
	}
}
