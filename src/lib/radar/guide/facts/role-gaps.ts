import { editionText } from '#lib/radar/words/days.ts';
import { escapeMarkdown as escaped } from '#lib/radar/words/escapes.ts';
import type { GuideEdition, Player } from '#lib/radar/guide/stack/guide-edition.ts';
import type { NeedStrength, Role, UseCases } from './use-cases.ts';

/** A role that no rated project of the AI group plays. */
export interface RoleGap {
	role: Role;
	/** Projects that play it and are not rated, or on hold, or a specification. */
	players: readonly Player[];
	/** Titles of the use cases that need it, by how much. */
	neededBy: Record<NeedStrength, string[]>;
}

/** Roles without a rated project that can be taken, those first that most use cases cannot do without. */
export function roleGaps(useCases: UseCases, edition: GuideEdition): RoleGap[] {
	const { file } = useCases;
	return file.roles
		.flatMap((role): RoleGap[] => {
			const players = edition.playersOf(role.id);
			const canBeTaken = players.some(
				({ project: { ring }, fact }) => ring !== null && ring !== 'hold' && !fact.spec
			);
			return canBeTaken ? [] : [{ role, players, neededBy: neededBy(role.id, useCases) }];
		})
		.filter(
			({ neededBy: { must, should, could } }) => must.length + should.length + could.length > 0
		)
		.sort(
			(a, b) =>
				b.neededBy.must.length - a.neededBy.must.length ||
				b.neededBy.should.length - a.neededBy.should.length
		);
}

function neededBy(role: string, { file }: UseCases): RoleGap['neededBy'] {
	const found: RoleGap['neededBy'] = { must: [], should: [], could: [] };
	for (const { title, needs } of file.use_cases) {
		const need = needs.find((one) => one.role === role);
		if (need !== undefined) found[need.need].push(title);
	}
	const base = file.base.find((one) => one.role === role);
	if (base !== undefined) found[base.need].push('every use case on a cluster');
	return found;
}

/** The gaps as Markdown, fit for the working group. */
export function roleGapsText(gaps: readonly RoleGap[], { edition }: GuideEdition): string {
	return [
		`# Parts without a rated project, ${editionText(edition.id)}`,
		'',
		...gaps.flatMap(({ role, players, neededBy: by }) => [
			`## ${escaped(role.label)}`,
			'',
			`${escaped(role.what)}.${role.nobody === undefined ? '' : ` ${escaped(role.nobody)}`}`,
			'',
			...(['must', 'should', 'could'] as const)
				.filter((need) => by[need].length > 0)
				.map((need) => `- ${need}: ${by[need].map(escaped).join('; ')}`),
			...players.map(({ project, fact }) => `- ${escaped(whyNot(project, fact.spec))}`),
			...(role.elsewhere.length > 0
				? [`- elsewhere in the landscape: ${role.elsewhere.map(escaped).join(', ')}`]
				: []),
			''
		])
	].join('\n');
}

function whyNot({ name, ring, notRated }: Player['project'], isSpec: boolean): string {
	if (isSpec) return `${name}: a specification`;
	return ring === 'hold' ? `${name}: on hold` : `${name}: not rated. ${notRated ?? ''}`.trim();
}
