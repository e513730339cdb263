import type { z } from 'zod';

/** Refuses a setting, at its path below the schema that checks. */
export type Refuse = (path: PropertyKey[], message: string) => void;

/** Refuses settings within a schema's check. */
export const refuser =
	(context: z.RefinementCtx): Refuse =>
	(path, message) =>
		context.addIssue({ code: 'custom', path, message });

/** Refuses every id that stands a second time, where it stands. */
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
