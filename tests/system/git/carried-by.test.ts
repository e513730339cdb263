import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseOrganisations } from '#lib/radar/landscape/organisations.ts';
import { daysBefore, gitScene, type GitScene } from '../../git/scene.ts';

const verified = 'verified: { by: home page, date: 2026-01-01 }';
const organisations = parseOrganisations(
	`version: 3
organisations:
  - { id: alpha, name: Alpha, kind: company, domains: [alpha.example], ${verified} }
public: [mail.example]
foundations: []
agents: [agent@robots.example]
`,
	'organisations.yml'
);

let scene: GitScene;
beforeEach(async () => {
	scene = await gitScene();
});
afterEach(() => scene.end());

const by = (name: string, domain: string, days: number, body?: string) => ({
	...{ name, email: `${name.toLowerCase().replace(' ', '.')}@${domain}`, time: daysBefore(days) },
	...(body !== undefined && { body })
});

test('the commits of a history are counted by organisation, for two years, and name nobody', async () => {
	const repository = scene.repository('app', {
		commits: [
			by('Old Hand', 'alpha.example', 900),
			by('Ann Example', 'alpha.example', 500),
			by('Ann Example', 'alpha.example', 200),
			by(
				'Bob Example',
				'mail.example',
				100,
				'Text.\n\nSigned-off-by: Bob Example <bob@alpha.example>'
			),
			by(
				'Cy Example',
				'mail.example',
				90,
				'Co-authored-by: Ann Example <ann.example@alpha.example>'
			),
			{ ...by('Robot', 'robots.example', 80), email: 'agent@robots.example' },
			by('dependabot[bot]', 'mail.example', 70)
		]
	});
	const measured = await scene.measure(scene.target(repository, { countedFor: 'acme/app' }), {
		organisations
	});
	const head = { repository: 'acme/app', to: '2026-08-31', table: 3, source: 'git' };
	expect(measured.carriedBy).toMatchObject([
		{
			...{ ...head, window: 'year', total: 3, notKnown: 1, agents: 1 },
			organisations: [{ id: 'alpha', commits: 2, authors: 2 }]
		},
		{
			...{ ...head, window: 'before', total: 1, notKnown: 0, agents: 0 },
			...{ organisations: [], others: { commits: 1, authors: 1 } }
		}
	]);
	expect(JSON.stringify(measured)).not.toMatch(/example\.|@|Ann|Bob|Cy /);
	const uncounted = await scene.measure(scene.target(repository), { organisations });
	expect(uncounted.carriedBy).toEqual([]);
});
