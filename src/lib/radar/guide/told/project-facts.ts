import { citationOf, type Citation } from '#lib/radar/guide/facts/source-link.ts';
import type { NeedStrength } from '#lib/radar/guide/facts/use-cases-schema.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { byName } from '#lib/radar/words/order.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** A part that a project can play, and where that was read. */
export interface PlayedRole {
	role: string;
	label: string;
	what: string;
	/** Besides its main part. */
	side: boolean;
	/** A specification: to be asked for, not to be installed. */
	spec: boolean;
	note: string | null;
	source: Citation;
	/** Use cases that need the part, those first that cannot do without. */
	useCases: { id: string; title: string; need: NeedStrength }[];
}

/** A project that is documented to work with another. */
export interface Partner {
	id: string;
	name: string;
	ring: Ring | null;
	/** 0 to 100; null when not rated. */
	score: number | null;
	pairs: { note: string | null; source: Citation }[];
}

/** What the guide knows of one project; empty lists where it was not looked at. */
export interface ProjectFacts {
	roles: PlayedRole[];
	/** By name; projects that do not stand in the edition are left out. */
	partners: Partner[];
}

const MOST_USE_CASES = 5;

export function projectFacts({ useCases, edition }: Guide, id: string): ProjectFacts {
	const { file } = useCases;
	const cited = (source: string) => citationOf(source, file.read);
	const roles = file.roles.flatMap(({ id: role, label, what }): PlayedRole[] => {
		const fact = edition.playersOf(role).find(({ project }) => project.id === id)?.fact;
		if (fact === undefined) return [];
		const { side, spec, note = null, source } = fact;
		const neededBy = needing(role, useCases);
		return [{ role, label, what, side, spec, note, source: cited(source), useCases: neededBy }];
	});
	const partners = [...useCases.partnersOf(id)].flatMap(([other, pairs]): Partner[] => {
		const project = edition.project(other);
		if (project === null) return [];
		const { name, ring, score } = project;
		const documented = pairs.map(({ note = null, source }) => ({ note, source: cited(source) }));
		return [{ id: other, name, ring, score, pairs: documented }];
	});
	return {
		roles: roles.sort((a, b) => Number(a.side) - Number(b.side)),
		partners: partners.sort(byName)
	};
}

function needing(role: string, { file }: Guide['useCases']): PlayedRole['useCases'] {
	const found = file.use_cases.flatMap(({ id, title, needs }) => {
		const need = needs.find((one) => one.role === role)?.need;
		return need === undefined || need === 'could' ? [] : [{ id, title, need }];
	});
	const musts = found.filter(({ need }) => need === 'must');
	return [...musts, ...found.filter(({ need }) => need === 'should')].slice(0, MOST_USE_CASES);
}
