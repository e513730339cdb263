import type { GuideProject } from './guide-project.ts';
import { ringIndex, type LicenseClass, type Ring } from '#lib/radar/words/vocabulary.ts';

/** What every part of a stack has to meet. Null and empty: anything. */
export interface Constraints {
	cncf: boolean;
	licence: readonly LicenseClass[];
	/** Main languages, lower case. */
	lang: readonly string[];
	/** At least this ring. */
	ring: Exclude<Ring, 'hold'> | null;
	/** At least this confidence. */
	confidence: 'high' | 'medium' | null;
	/** A chart in the project's own repository was seen. */
	chart: boolean;
	/** No single company or person decides. */
	neutralHome: boolean;
}
export type ConstraintId = keyof Constraints;

export const NO_CONSTRAINTS: Constraints = {
	cncf: false,
	licence: [],
	lang: [],
	ring: null,
	confidence: null,
	chart: false,
	neutralHome: false
};

const LEVELS = ['high', 'medium', 'low'];

type Check<K extends ConstraintId> = (
	asked: Constraints[K],
	project: GuideProject,
	hasChart: boolean
) => boolean;

const CHECKS: { [K in ConstraintId]: Check<K> } = {
	cncf: (asked, { isCncf }) => !asked || isCncf,
	licence: (asked, { licenseClass }) => asked.length === 0 || asked.includes(licenseClass),
	lang: (asked, { language }) =>
		asked.length === 0 || (language !== null && asked.includes(language.toLowerCase())),
	ring: (asked, { ring }) =>
		asked === null || (ring !== null && ringIndex(ring) <= ringIndex(asked)),
	confidence: (asked, { confidence }) =>
		asked === null || LEVELS.indexOf(confidence.level) <= LEVELS.indexOf(asked),
	chart: (asked, _, hasChart) => !asked || hasChart,
	// What is not known does not meet it.
	neutralHome: (asked, { hasNeutralHome }) => !asked || hasNeutralHome === true
};

const check = <K extends ConstraintId>(
	id: K,
	constraints: Constraints,
	project: GuideProject,
	hasChart: boolean
): boolean => CHECKS[id](constraints[id], project, hasChart);

const IDS = Object.keys(CHECKS) as ConstraintId[];

/** The constraints that a project does not meet. `hasChart`: a chart was seen in its own repository. */
export const unmet = (
	project: GuideProject,
	constraints: Constraints,
	hasChart: boolean
): ConstraintId[] => IDS.filter((id) => !check(id, constraints, project, hasChart));

const SAYS: { [K in ConstraintId]: (asked: Constraints[K]) => string } = {
	cncf: () => 'A CNCF project or a part of one',
	licence: (asked) => `Licence: ${asked.join(' or ')}`,
	lang: (asked) => `Main language: ${asked.join(' or ')}`,
	ring: (asked) => `At least ${asked}`,
	confidence: (asked) => `At least ${asked} confidence`,
	chart: () => 'A chart in its own repository',
	neutralHome: () => 'A neutral home'
};

/** A constraint in words. */
export const constraintText = <K extends ConstraintId>(id: K, constraints: Constraints): string =>
	SAYS[id](constraints[id]);

/** The constraints that ask for anything, in a fixed order. */
export const activeConstraints = (constraints: Constraints): ConstraintId[] =>
	IDS.filter((id) => {
		const asked = constraints[id];
		return Array.isArray(asked) ? asked.length > 0 : asked !== null && asked !== false;
	});
