/** What an address that cannot be answered is told: problem details, RFC 9457. */
export interface Problem {
	type: 'about:blank';
	/** Of the status. */
	title: string;
	status: number;
	detail: string;
	/** Each parameter that is not understood; absent where none is to blame. */
	errors?: readonly ParameterProblem[];
}

export interface ParameterProblem {
	parameter: string;
	/** Null: the parameter itself is unknown. */
	value: string | null;
	message: string;
	/** The known name or value spelt most alike; null where none is near. */
	nearest: string | null;
	/** Names or values that are known; empty where any text goes. */
	known: readonly string[];
}

export const PROBLEM_TYPE = 'application/problem+json';

const TITLES = new Map([
	[400, 'Bad Request'],
	[404, 'Not Found'],
	[405, 'Method Not Allowed'],
	[414, 'URI Too Long'],
	[500, 'Internal Server Error'],
	[503, 'Service Unavailable']
]);

export const problemOf = (
	status: number,
	detail: string,
	errors: readonly ParameterProblem[] = []
): Problem => ({
	type: 'about:blank',
	title: TITLES.get(status) ?? 'Error',
	status,
	detail,
	...(errors.length > 0 && { errors })
});

/** Parameters of an address are not understood. */
export class BadRequestError extends Error {
	override name = 'BadRequestError';
	readonly errors: readonly ParameterProblem[];

	constructor(errors: readonly ParameterProblem[]) {
		super(errors.map(({ message }) => message).join(' '));
		this.errors = errors;
	}
}
