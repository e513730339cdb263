import { fail, messageOf, ok, warn, type Check } from './check.ts';

export interface GitHubPlace {
	/** Address of the API, and of the repositories. */
	api: string;
	server: string;
	token: string | null;
	/** Milliseconds since 1970. */
	now: () => number;
}

const TIMEOUT_MS = 15_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Points of GraphQL that a night of the AI group takes, with room. */
const ENOUGH_POINTS = 50;
const TOKENS = 'https://docs.github.com/authentication/keeping-your-account-and-data-secure';

/** Prefixes as GitHub documents them: "About authentication to GitHub", token formats. */
const KINDS: Record<string, string> = {
	ghp_: 'a personal access token (classic)',
	github_pat_: 'a fine-grained personal access token',
	ghs_: 'a token of an app or of a workflow',
	gho_: 'a token of an OAuth app',
	ghu_: 'a token of an app for a person'
};

const kindOf = (token: string): string =>
	Object.entries(KINDS).find(([prefix]) => token.startsWith(prefix))?.[1] ??
	'a token of an unknown kind';

/** GitHub's API, token, limits and clock by one request that counts against no limit; its server of repositories. */
export async function githubChecks(place: GitHubPlace): Promise<Check[]> {
	const { api, server, token } = place;
	const headers = {
		'user-agent': 'cnai-radar',
		...(token && { authorization: `token ${token}` })
	};
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	const repositories = repositoriesCheck(server);
	let response: Response;
	let text: string;
	try {
		response = await fetch(`${api}/rate_limit`, { headers, signal });
		text = await response.text();
	} catch (error) {
		const found = `${api} cannot be reached: ${messageOf(error)}.`;
		const advice = 'Check the network, the proxy and GITHUB_API_URL.';
		return [fail('GitHub', found, advice), await repositories];
	}
	return [
		response.status < 500
			? ok('GitHub', `${api} answers.`)
			: fail('GitHub', `${api} answers ${response.status}.`, 'See https://www.githubstatus.com.'),
		await repositories,
		tokenCheck(place, response),
		...(response.ok ? [limitsCheck(text)] : []),
		clockCheck(response, place.now())
	];
}

async function repositoriesCheck(server: string): Promise<Check> {
	try {
		const response = await fetch(server, {
			method: 'HEAD',
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		await response.body?.cancel();
		return ok('repositories', `${server} answers.`);
	} catch (error) {
		const found = `${server} cannot be reached: ${messageOf(error)}.`;
		return fail('repositories', found, 'Check the network, the proxy and GITHUB_SERVER_URL.');
	}
}

function tokenCheck({ token }: GitHubPlace, { status, headers }: Response): Check {
	if (token === null) {
		const found = 'There is none: GitHub allows 60 requests an hour, and tells less.';
		return warn('token', found, `Set GITHUB_TOKEN to a token without any scope: ${TOKENS}`);
	}
	if (status === 401) {
		const found = `GitHub refuses ${kindOf(token)}.`;
		return fail('token', found, 'It is wrong or has expired: set another GITHUB_TOKEN, or none.');
	}
	const scopes = headers.get('x-oauth-scopes')?.trim() ?? '';
	const found = `It is ${kindOf(token)}`;
	if (scopes !== '') {
		const advice = 'The crawl only reads what is public: a token without scopes is enough.';
		return warn('token', `${found}, with the scopes ${scopes}.`, advice);
	}
	return ok('token', `${found}.`);
}

interface Limit {
	limit: number;
	remaining: number;
	/** Seconds since 1970. */
	reset: number;
}

function limitsCheck(text: string): Check {
	const name = 'limits';
	let limits: { core?: Limit; graphql?: Limit };
	try {
		const { resources } = JSON.parse(text) as { resources?: typeof limits };
		if (resources === undefined) throw new Error('no "resources"');
		limits = resources;
	} catch {
		const advice = 'A proxy may answer in its place: check GITHUB_API_URL.';
		return warn(name, 'The answer about limits cannot be read.', advice);
	}
	const { core, graphql } = limits;
	const told = [
		...(graphql ? [`${graphql.remaining} of ${graphql.limit} points of GraphQL`] : []),
		...(core ? [`${core.remaining} of ${core.limit} requests`] : [])
	].join(', ');
	const found = `Left in this hour: ${told}.`;
	if (graphql && graphql.limit > 0 && graphql.remaining < ENOUGH_POINTS) {
		const at = new Date(graphql.reset * 1000).toISOString().slice(11, 16);
		return warn(name, found, `Crawl after ${at} UTC; an earlier crawl pauses until then.`);
	}
	return ok(name, found);
}

function clockCheck(response: Response, now: number): Check {
	const name = 'clock';
	const theirs = Date.parse(response.headers.get('date') ?? '');
	if (Number.isNaN(theirs)) {
		return warn(name, 'GitHub told no time.', 'A proxy may answer in its place.');
	}
	const off = Math.abs(theirs - now);
	if (off < 5 * MINUTE_MS) return ok(name, 'It agrees with GitHub’s to five minutes.');
	const told = `It is ${Math.round(off / MINUTE_MS)} minutes ${now > theirs ? 'ahead of' : 'behind'} GitHub’s.`;
	const advice = 'Set the clock right: a crawl is refused from one day on.';
	return off >= DAY_MS ? fail(name, told, advice) : warn(name, told, advice);
}
