import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrganisations } from '#lib/radar/landscape/organisations.ts';
import { formatCarriedByRow } from './carried-by.ts';
import { countOrganisations, type CommitRecord } from './organisation-count.ts';

const verified = 'verified: { by: home page, date: 2026-01-01 }';
const organisations = parseOrganisations(
	`version: 7
organisations:
  - { id: alpha, name: Alpha, kind: company, domains: [alpha.example, { domain: bought.example, from: 2026-02-01 }], ${verified} }
  - { id: beta, name: Beta, kind: company, domains: [beta.example, { domain: bought.example, until: 2026-02-01 }], github: [beta-org], ${verified} }
public: [mail.example, naver.com, users.noreply.github.com]
foundations: [apache.org]
agents: [agent@robots.example]
opt_out: [quiet.example]
`,
	'organisations.yml'
);
const commit = (
	name: string,
	address: string,
	trailers: string[] = [],
	date = '2026-06-01'
): CommitRecord => ({ name, address, trailers, date });
const count = (
	commits: CommitRecord[],
	repository = 'group/thing',
	window: 'year' | 'before' = 'year'
) =>
	countOrganisations(commits, {
		organisations,
		repository,
		to: '2026-08-22',
		window,
		isBot: ({ name }) => name.endsWith('[bot]')
	});
const two = (domain: string) => [
	commit('Ann Example', `ann@${domain}`),
	commit('Bob Example', `bob@${domain}`)
];

describe('the organisation of a commit', () => {
	test('is that of the author’s address, subdomains included', () => {
		expect(count(two('eu.alpha.example')).organisations).toEqual([
			{ id: 'alpha', commits: 2, authors: 2 }
		]);
	});

	test.each(['mail.example', 'naver.com', 'apache.org', 'unlisted.example', 'quiet.example'])(
		'is not known for %s',
		(domain) => expect(count(two(domain))).toMatchObject({ total: 2, notKnown: 2 })
	);

	test('is else the one that most of the same person’s commits in the window name', () => {
		const ann = (address: string, date?: string) => commit('Ann Example', address, [], date);
		const own = [
			ann('ann@alpha.example'),
			ann('ann@alpha.example'),
			ann('ann@beta.example'),
			ann('7+ann@users.noreply.github.com'),
			commit('annie', 'ann@users.noreply.github.com'),
			commit('Bob Example', 'bob@alpha.example'),
			commit('Cy Example', 'cy@mail.example')
		];
		expect(count(own)).toMatchObject({
			...{ total: 7, notKnown: 1 },
			organisations: [{ id: 'alpha', commits: 5 }]
		});
		// What another window names says nothing of this one.
		const before = [ann('ann@alpha.example', '2025-01-01'), ann('ann@mail.example')];
		expect(count(before)).toMatchObject({ total: 1, notKnown: 1 });
		// An organisation that opted out is not found by another way.
		expect(count([...two('alpha.example'), ann('ann@quiet.example')])).toMatchObject({
			...{ total: 3, notKnown: 1 }
		});
	});

	test('is that of a sign-off which bears the author’s name, in any spelling', () => {
		const signed = (line: string) => [
			commit('Ann  Example', 'ann@mail.example', [line]),
			commit('Bob Example', 'bob@alpha.example')
		];
		expect(count(signed('Signed-off-by: ann example <a.example@alpha.example>'))).toMatchObject({
			notKnown: 0,
			organisations: [{ id: 'alpha', commits: 2, authors: 2 }]
		});
		expect(count(signed('Co-authored-by: Ann Example <ann@alpha.example>')).notKnown).toBe(0);
		expect(count(signed('Signed-off-by: Another Person <ap@alpha.example>')).notKnown).toBe(1);
		expect(count(signed('Reviewed-by: Ann Example <ann@alpha.example>')).notKnown).toBe(1);
	});

	test('stays not known for one that opted out, whatever is signed', () => {
		const line = 'Signed-off-by: Ann Example <ann@alpha.example>';
		expect(count([commit('Ann Example', 'ann@quiet.example', [line])]).notKnown).toBe(1);
	});

	test('changes with the day of an acquisition', () => {
		const commits = ['2026-01-31', '2026-02-01'].flatMap((date) =>
			two('bought.example').map((own) => ({ ...own, date }))
		);
		expect(count(commits).organisations).toEqual([
			{ id: 'alpha', commits: 2, authors: 2 },
			{ id: 'beta', commits: 2, authors: 2 }
		]);
	});
});

test('agents and bots are no part of the total', () => {
	const commits = [
		commit('Agent', 'Agent@robots.example'),
		commit('helper[bot]', 'x@alpha.example'),
		...two('alpha.example')
	];
	expect(count(commits)).toMatchObject({ total: 2, agents: 1 });
});

test('an organisation with one author is folded, unless it owns the repository', () => {
	const alone = [commit('Ann Example', 'ann@beta.example')];
	expect(count(alone)).toMatchObject({ organisations: [], others: { commits: 1, authors: 1 } });
	expect(count(alone, 'Beta-Org/thing').organisations).toEqual([
		{ id: 'beta', commits: 1, authors: 1 }
	]);
});

test('one person with two addresses, or two spellings of the name, is one author', () => {
	expect(
		count([commit('Ann Example', 'ann@alpha.example'), commit('ann example', 'a.e@alpha.example')])
			.organisations
	).toEqual([]);
	expect(
		count([commit('Ann Example', 'ann@alpha.example'), commit('A. Example', 'ANN@alpha.example')])
			.organisations
	).toEqual([]);
});

test('windows are 365 days each and do not overlap', () => {
	const days = ['2024-08-22', '2024-08-23', '2025-08-22', '2025-08-23', '2026-08-22', '2026-08-23'];
	const commits = days.map((date) => commit('Ann Example', 'ann@mail.example', [], date));
	expect(count(commits).total).toBe(2);
	expect(count(commits, 'group/thing', 'before').total).toBe(2);
	expect(count([])).toMatchObject({ total: 0, notKnown: 0, organisations: [] });
});

test('no name and no address, nor a part of one, is in the row', () => {
	const secrets = ['Zyxwv', 'Qponm', 'zq-first', 'yq-second', 'alpha.example', 'mail.example'];
	const row = count([
		commit('Zyxwv', 'zq-first@alpha.example', ['Signed-off-by: Zyxwv <zq-first@alpha.example>']),
		commit('Qponm', 'yq-second@mail.example', ['Signed-off-by: Qponm <yq-second@alpha.example>'])
	]);
	const line = formatCarriedByRow(row).toLowerCase();
	expect(row.organisations).toHaveLength(1);
	for (const secret of secrets) expect(line).not.toContain(secret.toLowerCase());
});

test('the parts always add up to the total', () => {
	const address = fc.constantFrom(
		'a@alpha.example',
		'b@alpha.example',
		'c@beta.example',
		'd@mail.example',
		'e@quiet.example',
		'agent@robots.example',
		'no at sign'
	);
	const record = fc.record({
		name: fc.constantFrom('Ann', 'Bob', 'x[bot]', ''),
		address,
		trailers: fc.array(fc.constantFrom('Signed-off-by: Ann <z@beta.example>', 'Signed-off-by:')),
		date: fc.constantFrom('2025-01-01', '2026-01-01', '2026-08-01')
	});
	fc.assert(
		fc.property(fc.array(record), (commits) => {
			const { total, notKnown, organisations: named, others } = count(commits);
			const sum = named.reduce((all, part) => all + part.commits, notKnown + others.commits);
			expect(sum).toBe(total);
			expect(named.every(({ authors }) => authors >= 2)).toBe(true);
		})
	);
});
