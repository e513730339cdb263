import deleted from '@octokit/fixtures/scenarios/api.github.com/branch-protection/normalized-fixture.json' with { type: 'json' };
import repository from '@octokit/fixtures/scenarios/api.github.com/get-repository/normalized-fixture.json' with { type: 'json' };
import renamed from '@octokit/fixtures/scenarios/api.github.com/rename-repository/normalized-fixture.json' with { type: 'json' };
import { afterEach, describe, expect, test } from 'vitest';
import { githubChecks } from '#lib/server/doctor/github-checks.ts';
import { createGitHubClient } from '#lib/server/sources/github/client/client.ts';
import { githubTime } from '#lib/server/crawl/nights/night-clock.ts';
import { askFacts, observed } from '../../github/crawling.ts';
import {
	describedLimits,
	describedLimits2026,
	describedRepository
} from '../../github/described-answers.ts';
import { replay, type Exchange, type Replay } from '../../github/replay.ts';

let server: Replay;
afterEach(() => server.stop());

/** The answers that `@octokit/fixtures` recorded to GET. */
const recorded = (scenario: readonly (Exchange & { method: string })[]): Exchange[] =>
	scenario.filter(({ method }) => method === 'get');

async function clientOf(exchanges: readonly Exchange[]) {
	server = await replay(exchanges);
	const now = () => Date.parse(String(exchanges[0]?.headers.date));
	return createGitHubClient({ token: null, baseUrl: server.url, now, retryBaseMs: 1 });
}
const factsOf = async (exchanges: readonly Exchange[], name: string) =>
	observed(await askFacts(await clientOf(exchanges), [{ repository: name }]), name);

describe('an answer recorded at GitHub', () => {
	test('of a repository gives its facts', async () => {
		const name = 'octokit-fixture-org/hello-world';
		const { found, observation } = await factsOf(recorded(repository), name);
		expect(found).toMatchObject({ databaseId: 1000, nameWithOwner: name });
		expect(observation.values).toMatchObject({
			...{ stars: 42, forks: 42, archived: false, fork: false, ownerType: 'organization' }
		});
		expect(observation.unknown.license).toBe('GitHub found no licence');
	});

	test('of a renamed repository leads to its new name', async () => {
		const name = 'octokit-fixture-org/rename-repository';
		const { found } = await factsOf(recorded(renamed), name);
		expect(found.nameWithOwner).toBe(`${name}-newname`);
		expect(server.asked).toEqual([`/repos/${name}`, '/repositories/1000']);
	});

	test('404 is "not found", in GitHub’s words', async () => {
		const [missing] = recorded(deleted);
		const client = await clientOf(recorded(deleted));
		await expect(client.get(missing?.path ?? '')).rejects.toMatchObject({
			...{ name: 'GitHubFault', kind: 'not-found', status: 404 },
			message: expect.stringContaining('Branch not protected') as string
		});
		expect(server.asked).toHaveLength(1);
	});

	test('tells what is left; a reset that no clock can show is not believed', async () => {
		const [first] = recorded(repository);
		const client = await clientOf(recorded(repository));
		await client.get(first?.path ?? '');
		expect(first?.headers['x-ratelimit-remaining']).toBe('4999');
		expect(client.spendable('core')).toBeNull();
	});
});

describe('an example of GitHub’s own description', () => {
	test('of a repository gives its facts', async () => {
		const { found, observation } = await factsOf([describedRepository], 'octocat/Hello-World');
		expect(found.databaseId).toBe(1_296_269);
		expect(observation.values).toMatchObject({
			...{ stars: 80, forks: 9, license: 'MIT', ownerType: 'user' }
		});
	});

	test.each([
		['of today', describedLimits],
		['of the version 2026-03-10', describedLimits2026]
	])('of the limits, %s, is read, and its date names the night', async (_, limits) => {
		const client = await clientOf([limits]);
		const now = () => Date.parse(String(limits.headers.date));
		expect(await githubTime(client, now)).toBe(now());
		const place = { api: server.url, server: server.url, token: null, now };
		const told = (await githubChecks(place)).find(({ name }) => name === 'limits');
		expect(told).toMatchObject({
			found: 'Left in this hour: 4993 of 5000 points of GraphQL, 4999 of 5000 requests.'
		});
	});
});
