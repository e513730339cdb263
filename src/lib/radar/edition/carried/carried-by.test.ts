import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrganisations } from '#lib/radar/landscape/organisations.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import { carriedBy, oneOrganisation, type CarriedBy } from './carried-by.ts';
import {
	barParts,
	barText,
	hasBar,
	maintainersText,
	oneOrganisationText
} from './carried-by-text.ts';

const IDS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const organisations = parseOrganisations(
	`version: 1\norganisations:\n${IDS.map((id) => `  - { id: ${id}, name: ${id[0]?.toUpperCase()}${id.slice(1)}, kind: company, domains: [${id}.example], github: [${id}-org], verified: { by: home page, date: 2026-01-01 } }\n`).join('')}public: []\nfoundations: []\nagents: []\n`,
	'organisations.yml'
);
type Part = [string, number, number];

/** A row of these organisations with commits and authors; the rest is folded or not known. */
function row(
	parts: Part[],
	notKnown: number,
	others = { commits: 0, authors: 0 },
	more: Partial<CarriedByRow> = {}
): CarriedByRow {
	return {
		repository: 'group/thing',
		to: '2026-08-22',
		window: 'year',
		total: parts.reduce((sum, [, commits]) => sum + commits, notKnown + others.commits),
		notKnown,
		agents: 0,
		organisations: parts.map(([id, commits, authors]) => ({ id, commits, authors })),
		others,
		table: 1,
		ways: ['address', 'trailer'],
		source: 'history',
		...more
	};
}
const seen = (own: CarriedByRow, day = '2026-08-31'): CarriedBy => {
	const found = carriedBy([own], day, organisations);
	if (found.state !== 'observed') throw new Error(found.reason);
	return found;
};

test('shares are of all commits, and say who carries and who takes part', () => {
	const carried = seen(
		row(
			[
				['beta', 12, 2],
				['alpha', 34, 9],
				['gamma', 4, 2]
			],
			50
		)
	);
	expect(
		carried.named.map(({ organisation, share, carries, takesPart }) => [
			organisation.id,
			share,
			carries,
			takesPart
		])
	).toEqual([
		['alpha', 0.34, true, true],
		['beta', 0.12, true, true],
		['gamma', 0.04, false, false]
	]);
	expect(carried.notKnown).toBe(0.5);
});

test('the owner is named as owner, with one author too', () => {
	const carried = seen(row([['alpha', 10, 1]], 90, undefined, { repository: 'Alpha-Org/thing' }));
	expect(carried.named[0]).toMatchObject({ owns: true, takesPart: false });
});

test.each([
	['no count', [], 'its commits were not counted by organisation yet'],
	[
		'a count of the year before only',
		[row([], 50, undefined, { window: 'before' })],
		'its commits were not counted by organisation yet'
	],
	[
		'an old count',
		[row([], 50, undefined, { to: '2026-05-30' })],
		'last counted on 30 May 2026, too long ago'
	],
	[
		'a count of a later day',
		[row([], 50, undefined, { to: '2026-09-01' })],
		'its commits were not counted by organisation yet'
	],
	['few commits', [row([], 19)], 'fewer than 20 commits in a year: too few to tell']
])('%s is unknown, with its reason', (_, rows, reason) => {
	expect(carriedBy(rows, '2026-08-31', organisations)).toEqual({ state: 'unknown', reason });
});

test('the newest count of the year counts', () => {
	const rows = [
		row([['alpha', 30, 3]], 0, undefined, { to: '2026-07-31' }),
		row([['beta', 30, 3]], 0)
	];
	expect(carriedBy(rows, '2026-08-31', organisations)).toMatchObject({
		named: [{ organisation: { id: 'beta' } }]
	});
});

describe('one organisation', () => {
	test.each([
		['half of all commits', row([['alpha', 50, 2]], 50), 'yes'],
		[
			'less than half even with all that is not known',
			row(
				[
					['alpha', 20, 2],
					['beta', 40, 2],
					['gamma', 31, 2]
				],
				9
			),
			'no'
		],
		[
			'perhaps half',
			row(
				[
					['alpha', 20, 2],
					['beta', 40, 2],
					['gamma', 30, 2]
				],
				10
			),
			'cannot-tell'
		],
		[
			'a folded organisation that may have half',
			row([['alpha', 40, 2]], 0, { commits: 60, authors: 2 }),
			'cannot-tell'
		],
		['folded ones that cannot', row([['alpha', 40, 2]], 0, { commits: 50, authors: 11 }), 'no'],
		['no commit', row([], 0), 'cannot-tell']
	])('%s', (_, own, answer) => {
		expect(oneOrganisation(own)).toBe(answer);
	});

	const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
	/** Some of the commits that are not known turn out to be those of organisations, named or folded. */
	const told = fc.array(
		fc.tuple(fc.constantFrom(...IDS, 'folded'), fc.integer({ min: 1, max: 20 }))
	);

	test('never flips by telling more of what is not known', () => {
		fc.assert(
			fc.property(amounts, fc.integer({ min: 0, max: 200 }), told, (commits, notKnown, more) => {
				const parts = commits.map((count, i): Part => [IDS[i] ?? 'alpha', count, 2]);
				const before = row(parts, notKnown, { commits: 3, authors: 1 });
				const after = structuredClone(before);
				for (const [id, count] of more) {
					const taken = Math.min(count, after.notKnown);
					if (taken === 0) continue;
					after.notKnown -= taken;
					const own = after.organisations.find((part) => part.id === id);
					if (own !== undefined) own.commits += taken;
					else if (id === 'folded') after.others.commits += taken;
					else after.organisations.push({ id, commits: taken, authors: 2 });
				}
				const [first, later] = [oneOrganisation(before), oneOrganisation(after)];
				if (first !== 'cannot-tell') expect(later).toBe(first);
			})
		);
	});

	test('a further commit that is not known never raises a share, and shares add up', () => {
		fc.assert(
			fc.property(
				amounts,
				fc.integer({ min: 20, max: 200 }),
				fc.nat(9),
				(commits, notKnown, folded) => {
					const parts = commits.map((count, i): Part => [IDS[i] ?? 'alpha', count, 2]);
					const others = { commits: folded, authors: Math.min(folded, 2) };
					const [before, after] = [
						seen(row(parts, notKnown, others)),
						seen(row(parts, notKnown + 1, others))
					];
					const sum = before.named.reduce(
						(all, { share }) => all + share,
						before.others + before.notKnown
					);
					expect(sum).toBeCloseTo(1, 9);
					before.named.forEach(({ organisation, share }) => {
						const same = after.named.find((own) => own.organisation.id === organisation.id);
						expect(same?.share).toBeLessThanOrEqual(share);
					});
					expect(barParts(before).reduce((all, { percent }) => all + percent, 0)).toBe(100);
				}
			)
		);
	});
});

describe('in words', () => {
	const carried = seen(
		row(
			[
				['alpha', 346, 9],
				['beta', 120, 5],
				['gamma', 90, 4],
				['delta', 80, 2]
			],
			310,
			{ commits: 54, authors: 9 }
		)
	);

	test('the bar has at most three names, the others, and what is not known', () => {
		expect(barParts(carried).map(({ label, percent }) => `${label} ${percent}`)).toEqual([
			'Alpha 34',
			'Beta 12',
			'Gamma 9',
			'others 13',
			'not known 32'
		]);
		expect(barText(carried)).toBe('At least: Alpha 34%, Beta 12%, Gamma 9%. 32% not known.');
		expect(oneOrganisationText(carried, null)).toBe(
			'One organisation? Cannot be told: 32% not known.'
		);
	});

	test('names of less than one percent are among the others, and nothing is not known where all is', () => {
		const all = seen(
			row(
				[
					['alpha', 800, 9],
					['beta', 195, 5],
					['gamma', 5, 2]
				],
				0
			)
		);
		expect(barText(all)).toBe('At least: Alpha 80%, Beta 19%.');
		expect(barParts(all).at(-1)).toMatchObject({ kind: 'others', percent: 1 });
	});

	test('yes names the organisation and the home, no names none', () => {
		const yes = seen(row([['alpha', 71, 9]], 29));
		expect(oneOrganisationText(yes, 'the CNCF')).toBe(
			'One organisation? Yes: Alpha wrote at least 71% of the year’s commits, though its home is the CNCF.'
		);
		const no = seen(
			row(
				[
					['alpha', 40, 2],
					['beta', 40, 2],
					['gamma', 20, 2]
				],
				0
			)
		);
		expect(oneOrganisationText(no, 'the CNCF')).toBe(
			'One organisation? No: none can have written half of the year’s commits.'
		);
	});

	test('below a fifth known there is no bar, and no name that is not there', () => {
		const little = seen(row([], 95, { commits: 5, authors: 5 }));
		expect(hasBar(little)).toBe(false);
		expect(barText(little)).toBe('No organisation has two known authors. 95% not known.');
		expect(hasBar(carried)).toBe(true);
	});

	test.each([
		[
			{ organisations: 6, of: 17, largest: { id: 'alpha', count: 7 } },
			'Maintainers: 6 organisations, the most from Alpha (7 of 17).'
		],
		[
			{ organisations: 3, of: 6, largest: { id: 'alpha', count: 4 } },
			'Maintainers: 3 organisations, most from Alpha (4 of 6).'
		],
		[
			{ organisations: 1, of: 4, largest: { id: 'alpha', count: 4 } },
			'Maintainers: all of Alpha (4 of 4).'
		],
		[{ organisations: 1 }, 'Maintainers: all of one organisation.'],
		[{ organisations: 9 }, 'Maintainers: 9 organisations.']
	])('%j', (maintainers, text) => {
		const own = row([], 50, undefined, {
			maintainers: { list: 'repository', observedOn: '2026-08-22', ...maintainers }
		});
		expect(maintainersText(seen(own), (id) => organisations.byId.get(id)?.name ?? id)).toBe(text);
	});
});
