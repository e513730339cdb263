import type { RequestEvent } from '@sveltejs/kit';
import { parameterProblems, type Parameter } from '#lib/radar/api/parameters.ts';
import { BadRequestError } from '#lib/radar/api/problem.ts';
import { knownValues } from '#lib/server/read/known-values.ts';
import { askedId, askedParams } from './asked-edition.ts';

/** @throws {BadRequestError} naming every parameter that the address does not take as it stands. */
export function checkParameters(
	{ url, locals: { site } }: Pick<RequestEvent, 'url' | 'locals'>,
	parameters: readonly Parameter[]
): void {
	const params = askedParams(url);
	if (params.size === 0) return;
	const values = knownValues(site, site.edition(askedId({ url })));
	const problems = parameterProblems(params, parameters, values);
	if (problems.length > 0) throw new BadRequestError(problems);
}
