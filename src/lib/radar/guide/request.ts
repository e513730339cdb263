import { didYouMean, nearestWords } from '#lib/radar/words/nearest.ts';
import { LICENSE_CLASSES, RINGS, type LicenseClass } from '#lib/radar/words/vocabulary.ts';
import { NO_CONSTRAINTS, type Constraints } from './stack/constraints.ts';
import type { GuideEdition } from './stack/guide-edition.ts';
import type { Answers } from './question/needs.ts';
import type { UseCases } from './facts/use-cases.ts';

/** What is asked of the guide for a use case; the address of a stack holds just this. */
export interface GuideRequest {
	answers: Answers;
	constraints: Constraints;
	/** Ids of what is already run and stays. */
	pins: readonly string[];
	/** Ids of what is never chosen. */
	excluded: readonly string[];
}

export const PLAIN_REQUEST: GuideRequest = {
	answers: {},
	constraints: NO_CONSTRAINTS,
	pins: [],
	excluded: []
};

type Entry = readonly [key: string, value: string];
interface Reader {
	/** What the key takes, in words. */
	takes: string;
	/** Null: the value is none that the key takes. */
	read: (value: string) => Partial<Constraints> | null;
}

const listOf = (value: string): string[] =>
	value
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');

const isLicense = (name: string): name is LicenseClass =>
	LICENSE_CLASSES.some((known) => known === name);

const flag = (key: 'cncf' | 'chart'): Reader => ({
	takes: '1',
	read: (value) => (value === '1' ? { [key]: true } : null)
});

/** The constraints by their keys in an address. */
const READERS: Record<string, Reader> = {
	cncf: flag('cncf'),
	chart: flag('chart'),
	home: { takes: 'neutral', read: (value) => (value === 'neutral' ? { neutralHome: true } : null) },
	licence: {
		takes: LICENSE_CLASSES.join(', '),
		read: (value) => {
			const asked = listOf(value);
			return asked.length > 0 && asked.every(isLicense) ? { licence: asked } : null;
		}
	},
	lang: {
		takes: 'a language',
		read: (value) => {
			const asked = listOf(value.toLowerCase());
			return asked.length > 0 ? { lang: asked } : null;
		}
	},
	ring: {
		takes: 'adopt, trial, assess',
		read: (value) => {
			const ring = RINGS.find((known) => known === value);
			return ring === undefined || ring === 'hold' ? null : { ring };
		}
	},
	confidence: {
		takes: 'high, medium',
		read: (value) => (value === 'high' || value === 'medium' ? { confidence: value } : null)
	}
};
export const CONSTRAINT_KEYS = Object.keys(READERS);

/** A request as read, and what of it was not understood, in words to show. */
export interface ReadRequest {
	request: GuideRequest;
	problems: string[];
}

/**
 * Reads answers (`where=edge`), constraints (`cncf=1`), `pin=` and `without=` (ids, by commas). What is unknown is left
 * aside and told of.
 */
export function readRequest(
	entries: Iterable<Entry>,
	useCases: UseCases,
	edition: GuideEdition
): ReadRequest {
	const problems: string[] = [];
	const answers: Record<string, string> = {};
	let constraints = NO_CONSTRAINTS;
	const lists = { pin: new Set<string>(), without: new Set<string>() };
	for (const [key, value] of entries) {
		const question = useCases.question(key);
		const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
		if (question !== null) {
			const options = question.options.map(({ id }) => id);
			if (options.includes(value)) answers[key] = value;
			else {
				const hint = didYouMean(value, options);
				problems.push(`${key} has no answer "${value}": it takes ${options.join(', ')}.${hint}`);
			}
		} else if (reader !== undefined) {
			const read = reader.read(value);
			if (read === null) problems.push(`${key} takes ${reader.takes}, not "${value}".`);
			else constraints = { ...constraints, ...read };
		} else if (key === 'pin' || key === 'without') {
			for (const text of listOf(value)) {
				const id = idOf(text, edition);
				if (id !== null) lists[key].add(id);
				else problems.push(noProject(text, edition));
			}
		} else problems.push(`The guide knows no "${key}".${didYouMean(key, keysOf(useCases))}`);
	}
	const pins = [...lists.pin].filter((id) => !lists.without.has(id));
	return { request: { answers, constraints, pins, excluded: [...lists.without] }, problems };
}

const keysOf = ({ file }: UseCases): string[] => [
	...file.questions.map(({ id }) => id),
	...CONSTRAINT_KEYS,
	'pin',
	'without'
];

/** By id or by name, in any case. */
function idOf(text: string, { projects, project }: GuideEdition): string | null {
	const wanted = text.toLowerCase();
	if (project(wanted) !== null) return wanted;
	return projects.find(({ name }) => name.toLowerCase() === wanted)?.id ?? null;
}

function noProject(text: string, { projects }: GuideEdition): string {
	const hint = didYouMean(
		text,
		projects.flatMap(({ id, name }) => [id, name])
	);
	return `There is no project "${text}" in this edition.${hint}`;
}

/** What an unknown use case is told, with those spelt most alike. */
export function noUseCase(id: string, { file }: UseCases): string {
	const near = nearestWords(
		id,
		file.use_cases.map((useCase) => useCase.id),
		3
	);
	const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
	return `There is no use case "${id}".${hint}`;
}

const LISTS = ['licence', 'lang', 'pin', 'without'];
/** What an address of a stack holds besides. */
const OTHERS = ['q', 'edition'];

/** What a form or an address asks for: empty fields are left out, lists that are given in parts are put together. */
export function requestEntries(params: URLSearchParams): Entry[] {
	const keys = new Set([...params.keys()].filter((key) => !OTHERS.includes(key)));
	return [...keys].flatMap((key): Entry[] => {
		const values = params.getAll(key).filter((value) => value.trim() !== '');
		if (values.length === 0) return [];
		return LISTS.includes(key)
			? [[key, values.join(',')]]
			: values.map((value): Entry => [key, value]);
	});
}

/** The part of an address after `?` that gives the same request; empty for a plain one. */
export function requestQuery({ answers, constraints, pins, excluded }: GuideRequest): string {
	const { cncf, licence, lang, ring, confidence, chart, neutralHome } = constraints;
	const entries: [string, string | null][] = [
		...Object.entries(answers),
		['cncf', cncf ? '1' : null],
		['licence', licence.join(',') || null],
		['lang', lang.join(',') || null],
		['ring', ring],
		['confidence', confidence],
		['chart', chart ? '1' : null],
		['home', neutralHome ? 'neutral' : null],
		['pin', pins.join(',') || null],
		['without', excluded.join(',') || null]
	];
	return entries
		.filter((entry): entry is [string, string] => entry[1] !== null)
		.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
		.join('&');
}
