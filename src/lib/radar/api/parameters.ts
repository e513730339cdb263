import { MAX_QUERY } from '#lib/radar/explore/asked.ts';
import { FACET_IDS, facetValues, type FacetId } from '#lib/radar/explore/filter.ts';
import { parseQuery } from '#lib/radar/explore/query.ts';
import { ORGANISATION_KINDS } from '#lib/radar/landscape/organisations-file.ts';
import { REASONS } from '#lib/radar/news/reason.ts';
import { nearestWords } from '#lib/radar/words/nearest.ts';
import type { ExtraParameter, Format } from './format.ts';
import type { ParameterProblem } from './problem.ts';

/** What an address takes behind its question mark. */
export interface Parameter {
	name: string;
	description: string;
	/** Null: those that the data holds, or any text. */
	values: readonly string[] | null;
	/** Given several times, any of the values will do. */
	repeats: boolean;
	example: string;
}

const FACET_WORDS: Record<FacetId, readonly [description: string, example: string]> = {
	ring: ['Only projects in this ring.', 'adopt'],
	movement: ['Only projects that moved so since the edition before.', 'in'],
	category: ['Only projects of this category of the landscape.', 'Inference'],
	subcategory: [
		'Only projects of this subcategory: its category, a slash between blanks, its name.',
		'Inference / Model Serving'
	],
	maturity: ['Only projects at this level of the foundation.', 'incubating'],
	license: ['Only projects under a licence of this class.', 'permissive'],
	language: ['Only projects mostly written in this language.', 'Go'],
	trend: ['Only projects whose activity goes this way.', 'rising'],
	data: ['Only projects whose data is in this state.', 'high']
};

const once = (
	name: string,
	description: string,
	example: string,
	values: Parameter['values'] = null
): Parameter => ({ name, description, values, repeats: false, example });

const EDITION = once(
	'edition',
	'An edition: a month as YYYY-MM, a night as YYYY-MM-DD. Without it: the newest.',
	'2026-08'
);
const MODEL = once(
	'model',
	'As a former version of the model placed it. Without it: the published one.',
	'2.0.0'
);
const VIEW: readonly Parameter[] = [
	EDITION,
	MODEL,
	once('q', 'A search, as on the pages: words, and conditions such as ring:adopt.', 'kserve'),
	once('segment', 'Only this segment of the radar.', 'Inference'),
	...FACET_IDS.map((name) => {
		const [description, example] = FACET_WORDS[name];
		return { name, description, example, values: facetValues(name), repeats: true };
	}),
	once('project', 'The project whose panel is open; it leaves nothing out.', 'kserve'),
	once('names', 'Whether a picture shows names; data has them always.', 'off', ['on', 'off'])
];

/** Parameters of single formats. */
const EXTRA = {
	theme: once('theme', 'The ground of the picture.', 'dark', ['light', 'dark']),
	as: once(
		'as',
		'Ignored: an ending for tools that take the end of the address for a title.',
		'/Ours.csv'
	),
	kind: once('kind', 'Only organisations of this kind.', 'company', ORGANISATION_KINDS),
	category: once('category', 'Only projects of this category of the landscape.', 'Inference'),
	home: once('home', 'Only projects with a neutral home.', 'neutral', ['neutral'])
} as const satisfies Record<ExtraParameter, Parameter>;

const OF_SCOPE: Record<Format['scope'], readonly Parameter[]> = {
	view: VIEW,
	project: [EDITION, MODEL],
	category: [],
	edition: [],
	'of-edition': [EDITION],
	pair: [
		once('from', 'The earlier edition. Without it: the one before the later.', '2026-07'),
		once('to', 'The later edition. Without it: the newest.', '2026-08')
	],
	all: []
};

export const parametersOf = ({ scope, takes = [] }: Format): readonly Parameter[] => [
	...OF_SCOPE[scope],
	...takes.map((name) => EXTRA[name])
];

const NEWS: readonly Parameter[] = [
	{
		...once('project', 'Only news of this project.', 'kserve'),
		repeats: true
	},
	{
		...once('category', 'Only news of projects of this category.', 'Inference'),
		repeats: true
	},
	{
		...once('reason', 'Only news told for this reason.', 'security', REASONS),
		repeats: true
	},
	once('ids', 'Ids of your own projects, by commas: their news come first.', 'kserve,vllm')
];
export const WEEK_PARAMETERS: readonly Parameter[] = [
	once('week', 'A week. Without it: the newest.', '2026-W35'),
	...NEWS
];
export const NEWS_FEED_PARAMETERS: readonly Parameter[] = [
	once('each', 'An entry for each item in place of one for each week.', 'item', ['item']),
	...NEWS
];

/** Answers to the questions of the guide come beside them, each under the question's id. */
export const STACK_PARAMETERS: readonly Parameter[] = [
	EDITION,
	once('pin', 'Ids of what is run already and stays, by commas.', 'vllm'),
	once('without', 'Ids of what is never chosen, by commas.', 'kserve'),
	once('cncf', 'Only projects of the foundation.', '1', ['1']),
	once('chart', 'Only projects with a Helm chart of their own.', '1', ['1']),
	once('home', 'Only projects with a neutral home.', 'neutral', ['neutral']),
	once('licence', 'Only projects under licences of these classes, by commas.', 'permissive'),
	once('lang', 'Only projects in these languages, by commas.', 'go'),
	once('ring', 'Only projects in this ring or nearer.', 'trial', ['adopt', 'trial', 'assess']),
	once('confidence', 'Only projects known so well.', 'high', ['high', 'medium']),
	once('q', 'The question in words that led here; it decides nothing.', 'serve a model')
];

/** Names the known ones in a message, at most so many. */
const MOST_NAMED = 12;

/**
 * What of an address is not understood; empty fields ask for nothing. `valuesOf`: values that only the data knows, null
 * where any text goes. Editions and models are looked up elsewhere: an unknown one is not found.
 */
export function parameterProblems(
	params: URLSearchParams,
	parameters: readonly Parameter[],
	valuesOf: (name: string) => readonly string[] | null
): ParameterProblem[] {
	const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
	return [...new Set(params.keys())].flatMap((name) => {
		const parameter = byName.get(name);
		if (parameter === undefined) return [unknownName(name, [...byName.keys()])];
		const given = [...new Set(params.getAll(name).filter((value) => value.trim() !== ''))];
		if (!parameter.repeats && given.length > 1) return [givenTwice(name, given)];
		if (name === 'q') return given.flatMap(queryProblems);
		const known = parameter.values ?? valuesOf(name);
		if (known === null) return [];
		return given.flatMap((value) =>
			known.includes(value) ? [] : [unknownValue(parameter, value, known)]
		);
	});
}

function unknownName(parameter: string, known: readonly string[]): ParameterProblem {
	const [nearest = null] = nearestWords(parameter, known);
	const takes =
		known.length === 0 ? 'This address takes no parameters' : `It takes ${known.join(', ')}`;
	const message = `“${parameter}” is no parameter of this address.${hint(nearest)} ${takes}.`;
	return { parameter, value: null, message, nearest, known };
}

const givenTwice = (parameter: string, given: readonly string[]): ParameterProblem => ({
	parameter,
	value: given.join(', '),
	message: `“${parameter}” can be given once only.`,
	nearest: null,
	known: []
});

function unknownValue(
	{ name, repeats }: Parameter,
	value: string,
	known: readonly string[]
): ParameterProblem {
	const parts = value.split(',').map((part) => part.trim());
	const isList = repeats && parts.length > 1 && parts.every((part) => known.includes(part));
	const [nearest = null] = isList ? [] : nearestWords(value, known);
	const named = known.slice(0, MOST_NAMED).join(', ');
	const takes = `It takes ${named}${known.length > MOST_NAMED ? ' and others' : ''}.`;
	const advice = isList
		? ` Give each by itself: ${parts.map((part) => `${name}=${part}`).join('&')}.`
		: hint(nearest);
	const message = `“${name}=${value}” is not known.${advice} ${takes}`;
	return { parameter: name, value, message, nearest, known };
}

function queryProblems(value: string): ParameterProblem[] {
	const rest = { parameter: 'q', value, nearest: null, known: [] };
	if (value.length > MAX_QUERY) {
		return [{ ...rest, message: `“q” has more than ${MAX_QUERY} characters.` }];
	}
	return parseQuery(value).problems.map((message) => ({ ...rest, message: `In “q”: ${message}.` }));
}

const hint = (nearest: string | null): string =>
	nearest === null ? '' : ` Did you mean “${nearest}”?`;
