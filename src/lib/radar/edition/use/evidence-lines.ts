import type { UsePart } from '#lib/radar/model/use-share.ts';
import {
	barText,
	maintainersText,
	oneOrganisationText
} from '#lib/radar/edition/carried/carried-by-text.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import { countsText, USE_KIND_WORDS, usePartText } from './use-text.ts';

const WIDTH = 40;

/** A label, and what stands at the right of it. */
export const row = (label: string, value: string) => `${label.padEnd(WIDTH)} ${value}`;

/** One kind of evidence of use. */
export function kindLine(part: UsePart): string {
	const label = `      ${USE_KIND_WORDS[part.kind]}`;
	if (part.state !== 'observed') {
		const state = part.state === 'not-applicable' ? 'does not apply' : 'unknown';
		return row(label, `${state}: ${part.reason}`);
	}
	return row(
		label,
		`${countsText(part)}   ${usePartText(part, () => null)}   [${part.source}, ${part.observedOn}]`
	);
}

/** Who carries the project; empty outside the edition. */
export function carriedLines({ carriedBy }: Pick<ProjectPage, 'carriedBy'>): string[] {
	if (carriedBy === null) return [];
	if (carriedBy.state !== 'observed') return [`not known: ${carriedBy.reason}`];
	const names = new Map(carriedBy.named.map(({ organisation: { id, name } }) => [id, name]));
	return [
		`${barText(carriedBy)} [${carriedBy.source}, ${carriedBy.observedOn}]`,
		oneOrganisationText(carriedBy, null),
		maintainersText(carriedBy, (id) => names.get(id) ?? id)
	].filter((line) => line !== null);
}
